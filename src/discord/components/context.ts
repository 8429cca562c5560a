/** Context: the passages around a quotation. */

import { contextPages } from '../views/context-card.ts';
import { quotationHandler } from './quotation-handler.ts';

export const context = quotationHandler(contextPages);
