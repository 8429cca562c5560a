/**
 * Whether a success can come from Discord's API: it has nothing to say (204), or says it in JSON.
 * A network that wants a login first answers in Discord's place, with a page or a redirection to
 * one.
 * @param status of a response, below 400
 * @param contentType the header of that name
 */
export function isFromDiscord(status: number, contentType: string | null | undefined): boolean {
  return status === 204 || (status < 300 && contentType?.startsWith('application/json') === true);
}
