/** Where the bot's token may go. */

/** This computer, by whichever name: what goes there passes no network. */
const THIS_COMPUTER = /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether nobody on the way can read what is sent to a web address or WebSocket: it is encrypted,
 * or goes to this computer.
 */
export function isSafeForToken(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return /^(?:https|wss):$/.test(protocol) || (/^(?:http|ws):$/.test(protocol) && THIS_COMPUTER.test(hostname));
}
