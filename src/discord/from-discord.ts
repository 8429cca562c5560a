/**
 * Whether a response can come from Discord's API: it has nothing to say (204), or says it in JSON;
 * where it is down or asked too often, the network in front of it may answer with a page.
 * A network that wants a login first, or forbids Discord, answers in its place, with a page or a
 * redirection to one.
 * @param contentType the header of that name
 */
export function isFromDiscord(status: number, contentType: string | null | undefined): boolean {
  if (status === 204 || status === 429 || status >= 500) return true;
  const isRedirection = status >= 300 && status < 400;
  return !isRedirection && contentType?.startsWith('application/json') === true;
}
