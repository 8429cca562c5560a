/** What Discord refuses: the limits of its API documentation that a reply or a command could come near. */

/** Characters, unless said otherwise. */
export const LIMITS = {
  /** Over all text displays of a message. Not in the documentation: the API's own error says so. */
  text: 4000,
  /** Components of a message, nested ones included: a count. */
  components: 40,
  /** A message's JSON in UTF-8 bytes: from about 10,170 on it can fail (discord-api-docs#8554). */
  payloadBytes: 10_000,
  /** Options of a select: a count. */
  options: 25,
  /** Choices of an autocomplete: a count. */
  choices: 25,
  optionLabel: 100,
  optionDescription: 100,
  optionValue: 100,
  placeholder: 150,
  choiceName: 100,
  customId: 100,
} as const;
