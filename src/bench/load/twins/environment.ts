/** How the benchmark tells a twin what to do: by its environment. */

import type {
  APIApplicationCommandAutocompleteResponse,
  APIInteractionResponseChannelMessageWithSource,
} from 'discord-api-types/v10';

export const ENVIRONMENT = {
  apiUrl: 'DISCORD_API_URL',
  token: 'DISCORD_TOKEN',
  /** The JSON of an `Answers`. */
  answers: 'TWIN_ANSWERS',
} as const;

/** What every twin answers with: replies of Pullquote's size, always the same. */
export interface Answers {
  readonly reply: APIInteractionResponseChannelMessageWithSource['data'];
  readonly choices: NonNullable<APIApplicationCommandAutocompleteResponse['data']['choices']>;
}
