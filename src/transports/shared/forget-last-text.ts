/**
 * JavaScript keeps the text that a regular expression last matched (`RegExp.input`) until the next
 * match. This matches an empty one, so that no question stays in memory.
 */
export function forgetLastText(): void {
  /(?:)/.test('');
}
