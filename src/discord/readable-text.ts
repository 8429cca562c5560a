/** Strips a message to what its writer wrote. */

/** Mentions, custom emoji, timestamps, links to commands and channels. */
const DISCORD_MARKUP = /<(?:@[!&]?|#|a?:\w+:|t:|\/[^:>]+:|id:)[^>\s]*>/g;
const LINK = /\bhttps?:\/\/\S+/gi;
/**
 * Control and format characters, such as zero-width ones and those that change the direction of
 * text. Line breaks stay.
 */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}]/gu;

/**
 * Keeps words and line breaks; drops Discord's markup, links, and characters that can't be seen.
 */
export function readableText(content: string): string {
  return content
    .replace(DISCORD_MARKUP, ' ')
    .replace(LINK, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}
