import { InteractionType } from 'discord-api-types/v10';

/** What Discord sends to see whether an endpoint answers, as JSON. */
export const PING = JSON.stringify({
  id: '1',
  application_id: '2',
  token: 't',
  version: 1,
  type: InteractionType.Ping,
});
