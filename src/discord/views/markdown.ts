/** Discord's Markdown: text that must be shown as it is, and block quotes. */

/** Every character that Discord's Markdown, mentions, emoji or links could make something else of. */
const SPECIAL = /[\\`*_~|<>#\-[\]():@]/g;
/** "1." at the start of a line would begin a list. */
const LIST_NUMBER = /^(\s*\d+)\./gm;

/** Text escaped so that Discord shows exactly `text`. A backslash before punctuation shows the punctuation alone. */
export function escapeMarkdown(text: string): string {
  return text.replace(SPECIAL, '\\$&').replace(LIST_NUMBER, '$1\\.');
}

/** `text` as a block quote, shown exactly as it is. Each line gets its own mark: Discord's `> ` holds for one line only. */
export function blockQuote(text: string): string {
  return escapeMarkdown(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
