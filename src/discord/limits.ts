/**
 * Discord's limits on messages and commands. Source: its API documentation, unless said otherwise.
 */

/** In characters, unless said otherwise. */
export const LIMITS = {
  /** All text displays of a message together. Undocumented: the API's own error says so. */
  text: 4000,
  /** How many components a message has, nested ones included. */
  components: 40,
  /**
   * A message's JSON in UTF-8 bytes. Undocumented: sending fails from about 10,170 on
   * (discord-api-docs#8554).
   */
  payloadBytes: 10_000,
  /** How many buttons an action row has. */
  buttons: 5,
  buttonLabel: 80,
  customId: 100,
  /** How many options a select menu has. */
  options: 25,
  placeholder: 150,
  optionLabel: 100,
  optionDescription: 100,
  /** A message that a person writes, if they pay Discord; half of that if not. */
  written: 4000,
  /** How many choices an autocomplete offers. */
  choices: 25,
  choiceName: 100,
  /** The name of a command or of one of its options. */
  commandName: 32,
  commandDescription: 100,
} as const;

/** The name of a slash command or of an option: no capitals, no spaces. */
export const SLASH_COMMAND_NAME = /^(?!.*\p{Lu})[-_’'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u;
