import {
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  GatewayDispatchEvents,
  type APIApplicationCommandOptionChoice,
  type APIButtonComponent,
  type APIInteraction,
  type APIMessage,
  type APIStringSelectComponent,
} from 'discord-api-types/v10';
import type { OptionValue } from '../server/commands.ts';
import { exchangeOf, newPending, NotAcknowledged, type Exchange } from './exchange.ts';
import {
  autocompleteInteraction,
  componentInteraction,
  menuInteraction,
  slashInteraction,
  type UsedComponent,
} from './interactions.ts';
import type { Parts } from '../parts.ts';
import type { Place, Places, Where, Who } from '../world/places.ts';
import { buttonsOf, selectsOf } from './reading.ts';
import type { Channel } from '../world/world.ts';

/** For tests of malformed events: changes the payload just before it is sent. */
export interface Altering {
  readonly alter?: (interaction: APIInteraction) => unknown;
}

/** A message, or an exchange in place of its message. */
export type Target = APIMessage | Exchange;

/**
 * How a test points at a button or select: its `custom_id`, what is written on it, a pattern for
 * either, or a function.
 */
export type Pointer<Component> = string | RegExp | ((component: Component) => boolean);

/**
 * What a person can do with the bot other than to write to it. Each resolves once the bot has
 * acknowledged, and rejects if it has not in time.
 */
export interface Asking {
  /**
   * A slash command: `slash('ask', { question: '…' })`; a subcommand is part of the name:
   * `'report about'`.
   */
  slash(command: string, options?: Readonly<Record<string, OptionValue>>, where?: Where & Altering): Promise<Exchange>;
  /** The choices offered while something is typed into an option. */
  autocomplete(
    command: string,
    option: string,
    typed: string,
    where?: Where & Altering & { readonly others?: Readonly<Record<string, OptionValue>> },
  ): Promise<APIApplicationCommandOptionChoice[]>;
  /** A command from a message's menu. */
  messageMenu(command: string, target: Target, who?: Who & Altering): Promise<Exchange>;
  /** Presses a button of a message as it now stands. Whoever asked presses, unless told. */
  press(target: Target, button: Pointer<APIButtonComponent>, who?: Who & Altering): Promise<Exchange>;
  /** Chooses in a select, by the options' values or labels. */
  choose(
    target: Target,
    select: Pointer<APIStringSelectComponent>,
    options: string | readonly string[],
    who?: Who & Altering,
  ): Promise<Exchange>;
}

export function createAsking(parts: Parts, places: Places): Asking {
  const { world, commands, gateway, endpoint, interactions, ledger, settings } = parts;

  function send(interaction: APIInteraction, place: Place, label: string, { alter }: Altering): Promise<Exchange> {
    if (!endpoint.isSet() && !gateway.hasSession()) throw new Error('nobody is logged in: await discord.ready() first');
    const pending = newPending(interaction, place, label);
    interactions.set(interaction.token, pending);
    const faultsBefore = ledger.faults.length;
    const acknowledged = new Promise<Exchange>((resolve, reject) => {
      pending.deadline = setTimeout(() => {
        if (pending.state !== 'open') return;
        pending.state = 'dead';
        const sentence = `${label} was not acknowledged within ${settings.acknowledgeWithinMs} ms`;
        const refused = ledger.faults.slice(faultsBefore).map((fault) => fault.sentence);
        ledger.fault('no acknowledgement', sentence);
        reject(new NotAcknowledged([sentence, ...refused].join('\n')));
      }, settings.acknowledgeWithinMs);
      pending.settle = () => {
        clearTimeout(pending.deadline);
        resolve(exchangeOf(pending, world, ledger.quiet));
      };
    });
    const payload = alter === undefined ? interaction : alter(structuredClone(interaction));
    // Where there is an endpoint, the gateway gets no interactions.
    if (endpoint.isSet()) endpoint.deliver(payload, interaction);
    else gateway.dispatch(GatewayDispatchEvents.InteractionCreate, () => payload as object);
    return acknowledged;
  }

  function channelOf(message: APIMessage): Channel {
    const channel = world.channels.get(message.channel_id);
    if (channel === undefined) throw new Error('the message is in no channel of this local Discord');
    return channel;
  }

  /** The message as it stands, and who acts on it: whoever asked for it, unless told. */
  function standing(target: Target, who: Who): { message: APIMessage; place: Place } {
    const { id, ...pointed } = 'message' in target ? target.message : target;
    const channel = channelOf({ id, ...pointed });
    const stored = channel.messages.get(id);
    if (stored === undefined) throw new Error('that message was deleted: there is nothing to use');
    const { message, shownTo } = stored;
    const askerId = message.interaction_metadata?.user.id ?? message.referenced_message?.author.id;
    const place = places.at(channel, who, askerId === undefined ? undefined : world.personById(askerId));
    if (shownTo !== undefined && shownTo !== place.person.user.id)
      throw new Error(`the message is ephemeral, and ${place.person.user.global_name} does not see it`);
    const owners = message.interaction_metadata?.authorizing_integration_owners ?? place.owners;
    return { message, place: { ...place, owners } };
  }

  function use(
    target: Target,
    component: APIButtonComponent | APIStringSelectComponent,
    used: Omit<UsedComponent, 'id'>,
    label: string,
    who: Who & Altering,
  ): Promise<Exchange> {
    if (component.disabled) throw new Error(`${label} is disabled`);
    const { message, place } = standing(target, who);
    return send(componentInteraction(world, place, message, { id: component.id ?? 0, ...used }), place, label, who);
  }

  return {
    async slash(command, options = {}, where = {}) {
      const place = places.find(where);
      const invocation = commands.invoke(command, ApplicationCommandType.ChatInput, options, place);
      return send(slashInteraction(world, place, invocation), place, `/${command}`, where);
    },
    async autocomplete(command, option, typed, where = {}) {
      const place = places.find(where);
      const invocation = commands.invoke(
        command,
        ApplicationCommandType.ChatInput,
        { ...where.others, [option]: typed },
        place,
        option,
      );
      const exchange = await send(
        autocompleteInteraction(world, place, invocation),
        place,
        `autocomplete of /${command} ${option}`,
        where,
      );
      return (exchange.callback.data as { choices?: APIApplicationCommandOptionChoice[] }).choices ?? [];
    },
    async messageMenu(command, target, who = {}) {
      const pointed = 'message' in target ? target.message : target;
      const place = places.at(channelOf(pointed), who);
      const message = place.channel.messages.get(pointed.id)?.message ?? pointed;
      const invocation = commands.invoke(command, ApplicationCommandType.Message, {}, place);
      return send(menuInteraction(world, place, invocation, message), place, `the menu command "${command}"`, who);
    },
    async press(target, pointer, who = {}) {
      const { message } = standing(target, who);
      const button = pointedAt(buttonsOf(message), pointer, 'button');
      if (button.style === ButtonStyle.Link)
        throw new Error('a link button opens a page: Discord tells the bot nothing of it');
      if (button.style === ButtonStyle.Premium) throw new Error('premium buttons are not simulated');
      return use(
        target,
        button,
        { custom_id: button.custom_id, component_type: ComponentType.Button },
        `the button ${named(button)}`,
        who,
      );
    },
    async choose(target, pointer, options, who = {}) {
      const { message } = standing(target, who);
      const select = pointedAt(selectsOf(message), pointer, 'select');
      const wanted = typeof options === 'string' ? [options] : options;
      const values = wanted.map((name) => {
        const option = select.options.find(({ value, label }) => value === name || label === name);
        if (option === undefined)
          throw new Error(
            `the select has no option ${JSON.stringify(name)}; it has: ${select.options.map(({ label }) => label).join(', ')}`,
          );
        return option.value;
      });
      const { min_values: min = 1, max_values: max = 1 } = select;
      if (values.length < min || values.length > max)
        throw new Error(`the select takes ${min} to ${max} options, not ${values.length}`);
      return use(
        target,
        select,
        { custom_id: select.custom_id, component_type: ComponentType.StringSelect, values },
        `the select ${named(select)}`,
        who,
      );
    },
  };
}

function pointedAt<Component extends APIButtonComponent | APIStringSelectComponent>(
  components: readonly Component[],
  pointer: Pointer<Component>,
  kind: string,
): Component {
  const matches = (component: Component): boolean => {
    if (typeof pointer === 'function') return pointer(component);
    const names = namesOf(component);
    return names.some((name) => (typeof pointer === 'string' ? name === pointer : pointer.test(name)));
  };
  const found = components.find(matches);
  if (found === undefined)
    throw new Error(`the message has no such ${kind}; it has: ${components.map(named).join(', ') || 'none'}`);
  return found;
}

function namesOf(component: APIButtonComponent | APIStringSelectComponent): string[] {
  const { custom_id, label, placeholder } = component as { custom_id?: string; label?: string; placeholder?: string };
  return [custom_id, label, placeholder].filter((name) => name !== undefined);
}

function named(component: APIButtonComponent | APIStringSelectComponent): string {
  return JSON.stringify(namesOf(component).at(-1) ?? '');
}
