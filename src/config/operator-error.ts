/** Errors that an operator can act on, and the exit statuses that go with them. */

/** 0 done, 2 configuration or a refused token, 1 anything else. */
export const EXIT = { done: 0, failed: 1, configuration: 2 } as const;

/** Something the operator has to fix. The message says what and how; no stack trace is shown. */
export class OperatorError extends Error {
  readonly exitStatus: number;

  constructor(message: string, exitStatus: number = EXIT.failed) {
    super(message);
    this.name = 'OperatorError';
    this.exitStatus = exitStatus;
  }
}

/** Removes the bot's token from a text, wherever a library may have put it. */
export function withoutSecrets(text: string, token: string | undefined): string {
  const secret = token?.trim();
  return secret ? text.replaceAll(secret, '[token]') : text;
}
