/** Which entries answer alike. */

import type { Entry } from '../content/faq.ts';

/**
 * @returns the same key for entries that begin with the same words of the report, and for all
 * entries that the report does not answer. Choosing between two of a group is no ambiguity: the
 * reply's menu still offers the other.
 */
export function answerGroup({ answer }: Entry): string {
  switch (answer.kind) {
    case 'quoted': {
      const [first] = answer.quotations;
      return `passage ${first?.passage} from ${first?.start}`;
    }
    case 'not_stated':
      return 'not stated';
    case 'known':
      return `known ${answer.fields.join(' ')}`;
  }
}
