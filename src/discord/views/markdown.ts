/** Discord's Markdown: text shown exactly as it is, and block quotes. */

/** Every character that could begin Markdown, a mention, an emoji or a link. */
const SPECIAL = /[\\`*_~|<>#\-[\]():@]/g;
/** "1." at the start of a line would begin a list. */
const LIST_NUMBER = /^(\s*\d+)\./gm;

/**
 * Escapes text so that Discord shows exactly `text`: a backslash before punctuation shows just the
 * punctuation.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(SPECIAL, '\\$&').replace(LIST_NUMBER, '$1\\.');
}

/**
 * `text` as a block quote, shown exactly as it is. Each line gets its own mark, as Discord's `> `
 * holds for one line only.
 */
export function blockQuote(text: string): string {
  return escapeMarkdown(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/**
 * `text` in a code block, which Discord shows letter by letter and with a button to copy it.
 * The fence is longer than any run of backticks in the text, so that none can close it.
 */
export function codeBlock(text: string): string {
  const longestRun = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return `${fence}\n${text}\n${fence}`;
}
