/** The link with which somebody puts the bot into a server, and what it asks for. */

import { OAuth2Scopes, PermissionFlagsBits } from 'discord-api-types/v10';

/** All that answering takes: to see a channel, to speak in it and in its threads, and to point at the message that is answered. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory;

export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: PERMISSIONS.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
