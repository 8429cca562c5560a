/** Entries to choose from in a menu. What stands there are questions of the FAQ, never quotations. */

import type { APISelectMenuOption } from 'discord-api-types/v10';
import { paragraphsOf } from '../answers/answer-json.ts';
import type { Wording } from '../messages/wording.ts';
import type { Entry } from '../report/faq.ts';
import { passageOf, type Report } from '../report/report.ts';

export function entryOptions(entries: readonly Entry[], report: Report, wording: Wording): readonly APISelectMenuOption[] {
  const list = new Intl.ListFormat(wording.locale, { type: 'conjunction' });
  return entries.map((entry) => {
    const paragraphs = paragraphsOf(entry).map((number) =>
      wording.say(passageOf(report, number)?.caption ? 'citation.caption' : 'citation.paragraph', { number }),
    );
    const description =
      paragraphs.length > 0
        ? wording.say('reply.optionQuoted', { paragraphs: list.format(paragraphs) })
        : wording.say('reply.optionNotStated', {});
    return { label: entry.question, value: entry.id, description };
  });
}
