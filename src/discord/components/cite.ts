/** Cite: a quotation and its citation, to copy. */

import { citationPages } from '../views/citation-card.ts';
import { quotationHandler } from './quotation-handler.ts';

export const cite = quotationHandler(citationPages);
