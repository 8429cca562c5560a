import {
  InteractionType,
  MessageFlags,
  type APIInteraction,
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  type APIMessage,
  type InteractionResponseType,
} from 'discord-api-types/v10';
import type { MessageBody } from '../world/messages.ts';
import type { Place } from '../world/places.ts';
import type { World } from '../world/world.ts';

/**
 * An interaction and all that the bot did about it. What comes later is seen as soon as it has
 * come.
 */
export interface Exchange {
  readonly interaction: APIInteraction;
  /** The answer as the bot sent it. */
  readonly callback: { readonly type: InteractionResponseType; readonly data: APIInteractionResponseCallbackData };
  /** Milliseconds from the event to the acknowledgement. */
  readonly acknowledgedAfterMs: number;
  /**
   * `@original` as it stands now: the answer, or the message whose button was pressed. Throws if
   * there is none or it was deleted.
   */
  readonly message: APIMessage;
  readonly isEphemeral: boolean;
  readonly isDeleted: boolean;
  readonly followUps: readonly APIMessage[];
  /** The bodies of edits by the interaction's token. */
  readonly edits: readonly MessageBody[];
  /** The ids of messages deleted by the interaction's token. */
  readonly deletions: readonly string[];
  /** Ordinary messages that the bot has posted in this channel since. */
  readonly posted: readonly APIMessage[];
  /** Waits until the bot has nothing more to send. */
  settled(): Promise<Exchange>;
}

/** Thrown if the deadline passes without an acknowledgement. */
export class NotAcknowledged extends Error {
  override readonly name = 'NotAcknowledged';
}

/** An interaction as the server keeps it. */
export interface Pending {
  readonly interaction: APIInteraction;
  readonly place: Place;
  /** How a person would say what was done, for sentences. */
  readonly label: string;
  readonly sentAt: number;
  state: 'open' | 'acknowledged' | 'dead';
  response?: APIInteractionResponse;
  acknowledgedAt?: number;
  originalId?: string;
  readonly followUpIds: string[];
  readonly edits: MessageBody[];
  readonly deletions: string[];
  deadline?: NodeJS.Timeout;
  /** Called once the acknowledgement's own answer is out. */
  settle(): void;
}

export function newPending(interaction: APIInteraction, place: Place, label: string): Pending {
  return {
    interaction,
    place,
    label,
    sentAt: performance.now(),
    state: 'open',
    followUpIds: [],
    edits: [],
    deletions: [],
    settle: () => {},
  };
}

export function exchangeOf(pending: Pending, world: World, quiet: () => Promise<void>): Exchange {
  const { interaction, place, label } = pending;
  const { channel } = place;
  const original = (): APIMessage | undefined =>
    pending.originalId === undefined ? undefined : channel.messages.get(pending.originalId)?.message;

  const exchange: Exchange = {
    interaction,
    get callback() {
      const { response } = pending;
      if (response === undefined) throw new Error(`${label} has no answer yet`);
      const data = 'data' in response ? response.data : undefined;
      return { type: response.type, data: (data ?? {}) as APIInteractionResponseCallbackData };
    },
    get acknowledgedAfterMs() {
      return (pending.acknowledgedAt ?? Number.NaN) - pending.sentAt;
    },
    get message() {
      const message = original();
      if (message === undefined)
        throw new Error(
          `${label} has no message: ${pending.originalId === undefined ? 'none was sent' : 'it was deleted'}`,
        );
      return message;
    },
    get isEphemeral() {
      return ((exchange.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    },
    get isDeleted() {
      return pending.originalId !== undefined && original() === undefined;
    },
    get followUps() {
      return pending.followUpIds.flatMap((id) => channel.messages.get(id)?.message ?? []);
    },
    edits: pending.edits,
    deletions: pending.deletions,
    get posted() {
      return postsSince(interaction.id, place, world.bot.id);
    },
    async settled() {
      await quiet();
      return exchange;
    },
  };
  return exchange;
}

/** The bot's ordinary messages in a channel that are later than an id. */
export function postsSince(id: string, { channel }: Pick<Place, 'channel'>, botId: string): APIMessage[] {
  const messages = [...channel.messages.values()].map(({ message }) => message);
  return messages.filter(
    (message) =>
      message.author.id === botId && message.interaction_metadata === undefined && BigInt(message.id) > BigInt(id),
  );
}

/** Whether an interaction is answered with choices rather than with a message. */
export function isAutocomplete({ interaction }: Pending): boolean {
  return interaction.type === InteractionType.ApplicationCommandAutocomplete;
}
