/** The two avatars in the pictures, as data URLs. */

/** An opening quotation mark on a disc. */
export const BOT_AVATAR = svg(
  '<circle cx="40" cy="40" r="40" fill="#c2410c"/>' +
    '<g fill="#fff7ed"><path d="M36 25c-10 3-18 12-18 23a9 9 0 1 0 9-9c0-5 4-9 10-11z"/>' +
    '<path d="M62 25c-10 3-18 12-18 23a9 9 0 1 0 9-9c0-5 4-9 10-11z"/></g>',
);

export const READER_AVATAR = svg(
  '<circle cx="40" cy="40" r="40" fill="#0f766e"/><g fill="#ccfbf1"><circle cx="40" cy="31" r="13"/><path d="M16 68a24 20 0 0 1 48 0z"/></g>',
);

function svg(shapes: string): string {
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80">${shapes}</svg>`)}`;
}
