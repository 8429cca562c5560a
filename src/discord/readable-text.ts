/** What a reader wrote, its lines kept, without what Discord put in: mentions, custom emoji, time stamps, links, characters that can't be seen. */

const DISCORD_TOKEN = /<(?:@[!&]?|#|a?:\w+:|t:|\/[^:>]+:|id:)[^>\s]*>/g;
const LINK = /\bhttps?:\/\/\S+/gi;
/** Control and format characters: zero-width ones, and those that turn the direction of text. Line ends stay. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}]/gu;

export function readableText(content: string): string {
  return content
    .replace(DISCORD_TOKEN, ' ')
    .replace(LINK, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}
