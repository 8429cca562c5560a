/** The bot's own messages: their keys, and the arguments of each. */

import type { Basis, FieldName } from '../content/report.ts';

/**
 * Every message, with the arguments that its text may use in ICU MessageFormat: `{title}`, `{count,
 * plural, one {# entry} other {# entries}}`. All may use `{outlet}`, the report's publisher. A file
 * in content/locales has exactly these keys, nested at the dots, and the labels of `LABEL_GROUPS`.
 */
export const MESSAGE_ARGUMENTS = {
  'command.ask.name': [],
  'command.ask.description': [],
  'command.ask.question.name': [],
  'command.ask.question.description': [],
  'command.ask.private.name': [],
  'command.ask.private.description': [],
  'command.browse.name': [],
  'command.browse.description': [],
  'command.passage.name': [],
  'command.passage.description': [],
  'command.passage.number.name': [],
  'command.passage.number.description': [],
  'command.askTheReport.name': [],
  'command.report.name': [],
  'command.report.description': [],

  'attribution.plain': ['speaker', 'basis'],
  'attribution.caveated': ['speaker', 'basis', 'caveat'],
  'attribution.shared': ['share', 'attribution'],
  'attribution.joined': ['first', 'second'],
  'attribution.marked': [],
  'attribution.sentences': ['first', 'last', 'count'],
  'attribution.rest': [],
  'citation.paragraph': ['number'],
  'citation.caption': ['number'],
  'citation.source': ['title', 'date'],
  'citation.republished': [],
  'citation.language': [],
  'citation.plain': ['title', 'date', 'paragraph', 'link'],

  'reply.notStated': [],
  'reply.readAs': ['question'],
  'reply.notMentioned': ['name'],
  'reply.hedged': [],
  'reply.closestQuestion': ['question'],
  'reply.basis': [],
  'reply.closest': ['count'],
  'reply.noneNear': [],
  'reply.context': [],
  'reply.known': [],
  'reply.knownField': ['field', 'value'],
  'reply.knownHow': ['origin'],
  'reply.ambiguous': [],
  'reply.ambiguousMenu': [],
  'reply.unanswered': [],
  'reply.canAsk': [],
  'reply.language': [],
  'reply.otherMenu': [],
  'reply.optionQuoted': ['paragraphs'],
  'reply.optionNotStated': [],
  'reply.optionKnown': [],
  'reply.empty': [],
  'reply.outdated': [],
  'reply.howToMention': [],
  'reply.cooldown': [],
  'reply.tooMany': ['seconds'],

  'smallTalk.greeting.phrases': [],
  'smallTalk.greeting.reply': [],
  'smallTalk.thanks.phrases': [],
  'smallTalk.thanks.reply': [],
  'smallTalk.farewell.phrases': [],
  'smallTalk.farewell.reply': [],
  'smallTalk.identity.phrases': [],
  'smallTalk.identity.reply': [],
  'smallTalk.ping.phrases': [],
  'smallTalk.ping.reply': [],
  'smallTalk.help.phrases': [],
  'smallTalk.help.reply': [],
  'whetherTrue.phrases': [],

  'button.context': [],
  'button.cite': [],
  'button.related': [],
  'button.share': [],
  'button.delete': [],
  'button.page': ['page', 'pages'],
  'button.postReply': [],
  'button.postLink': [],
  'context.heading': ['number'],
  'context.quoted': [],
  'context.next': ['number'],
  'related.heading': ['question'],
  'cite.heading': ['number'],
  'cite.plain': [],
  'cite.line': ['attribution', 'where', 'caution'],
  'cite.markdown': [],
  'cite.next': ['number'],
  'delete.refused': [],
  'delete.failed': [],
  'post.linked': ['link'],
  'post.by': ['user'],
  'post.notYou': [],
  'post.missing': ['permission'],
  'post.done': [],
  'post.failed': [],
  'askTheReport.empty': [],
  'browse.heading': [],
  'browse.count': ['count'],
  'browse.place': ['page', 'pages', 'count'],
  'browse.topicMenu': [],
  'browse.questionMenu': [],
  'browse.previous': [],
  'browse.next': [],
  'browse.back': [],
  'passage.heading': ['number', 'count'],
  'passage.entries': ['count'],
  'passage.none': ['count'],
  'passage.noWords': ['count'],
  'passage.several': ['numbers'],

  presence: [],

  'report.heading': [],
  'report.what': ['title', 'date', 'passages', 'entries'],
  'report.origin': ['copy'],
  'report.reading': [],
  'report.kept': ['seconds', 'uses', 'messages', 'keys'],
  'report.rights': [],

  'terminal.intro': ['title', 'date'],
  'terminal.connect': [],
  'terminal.help': [],
  'terminal.prompt': [],
  'terminal.choose': ['count'],
  'terminal.others': [],
  'terminal.option': ['question', 'where'],
} as const satisfies Record<string, readonly string[]>;

export type MessageKey = keyof typeof MESSAGE_ARGUMENTS;

/** A message's arguments by name, as a rest parameter: none for a message that takes none. */
export type MessageArguments<Key extends MessageKey> = (typeof MESSAGE_ARGUMENTS)[Key] extends readonly []
  ? []
  : [args: Readonly<Record<(typeof MESSAGE_ARGUMENTS)[Key][number], string | number>>];

/**
 * Words for the names in report.yaml. Speakers, caveats and origins are the report's own; bases and
 * fields are fixed.
 */
export const LABEL_GROUPS = ['speakers', 'bases', 'caveats', 'origins', 'fields', 'fieldValues'] as const;
export type LabelGroup = (typeof LABEL_GROUPS)[number];
export type Labels = Readonly<Record<LabelGroup, Readonly<Record<string, string>>>>;

/** The names that must have a label: no more, no fewer. */
export interface LabelNames {
  readonly speakers: readonly string[];
  readonly caveats: readonly string[];
  readonly origins: readonly string[];
  readonly bases: readonly Basis[];
  readonly fields: readonly FieldName[];
  readonly fieldValues: readonly ('none' | 'text')[];
}

/** All messages of one locale, as patterns in ICU MessageFormat. */
export interface Messages {
  readonly locale: string;
  /** The file that they come from, below `content/`: that of another locale, by its `alsoFor`. */
  readonly file: string;
  readonly texts: Readonly<Record<MessageKey, string>>;
  readonly labels: Labels;
}
