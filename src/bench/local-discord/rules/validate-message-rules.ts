import { MessageFlags } from 'discord-api-types/v10';
import { at, isRecord } from './against-schema.ts';
import { faultsOfComponents } from './validate-components.ts';

/** Of a message that is edited: what decides which edits are right. */
export interface MessageBefore {
  readonly content?: string | null;
  readonly embeds?: readonly unknown[] | null;
  readonly flags?: number;
}

interface Rules {
  readonly path: string;
  /** Only the answer to an interaction can be shown to one reader alone. */
  readonly mayBeEphemeral: boolean;
  /** Set for an edit: keys left out of it stay as they are. */
  readonly before?: MessageBefore;
}

const MAX_CONTENT = 2_000;
const MAX_EMBEDS = 6_000;
/** Not documented; payloads above about 10,170 bytes were seen to fail (discord-api-docs#8554). */
const MAX_PAYLOAD_BYTES = 10_000;
const ALLOWED_FLAGS = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The rules of Discord's documentation and practice that its published schemas do not carry. */
export function faultsOfMessageRules(body: Readonly<Record<string, unknown>>, rules: Rules): string[] {
  const { path, before } = rules;
  const flags =
    (typeof body['flags'] === 'number' ? body['flags'] : 0) | ((before?.flags ?? 0) & MessageFlags.IsComponentsV2);
  const v2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  const components = Array.isArray(body['components']) ? body['components'] : [];
  return [
    ...faultsOfContent(body, path),
    ...faultsOfFlags(body, rules),
    ...(v2 ? faultsBesideComponentsV2(body, rules) : []),
    ...faultsOfComponents(components, at(path, 'components'), v2),
    ...(isEmpty(body, before, v2) ? [`${path === '' ? 'body' : path}: the message is empty`] : []),
    ...faultsOfSize(body, path),
  ];
}

function faultsOfContent(body: Readonly<Record<string, unknown>>, path: string): string[] {
  const { content } = body;
  if (typeof content !== 'string') return [];
  return [
    ...(content.length > MAX_CONTENT
      ? [`${at(path, 'content')}: may have at most ${MAX_CONTENT} characters, has ${content.length}`]
      : []),
    ...(content !== '' && content.trim() === '' ? [`${at(path, 'content')}: is nothing but space`] : []),
  ];
}

function faultsOfFlags(body: Readonly<Record<string, unknown>>, { path, mayBeEphemeral, before }: Rules): string[] {
  const { flags } = body;
  if (typeof flags !== 'number') return [];
  const allowed = ALLOWED_FLAGS | (mayBeEphemeral ? MessageFlags.Ephemeral : 0);
  const surplus = flags & ~allowed;
  if (surplus === 0) return [];
  if ((surplus & MessageFlags.Ephemeral) === 0) return [`${at(path, 'flags')}: ${surplus} can't be set`];
  const why =
    before === undefined
      ? 'only the answer to an interaction can be ephemeral'
      : 'an edit can neither set nor take the ephemeral flag';
  return [`${at(path, 'flags')}: ${why}`];
}

/**
 * A message is either Components V2 or all the rest; an edit to V2 must empty what the message had.
 */
function faultsBesideComponentsV2(body: Readonly<Record<string, unknown>>, { path, before }: Rules): string[] {
  const left = { content: before?.content, embeds: before?.embeds, ...body };
  const isSet = (value: unknown): boolean =>
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
  return ['content', 'embeds', 'poll', 'sticker_ids']
    .filter((key) => isSet(left[key as keyof typeof left]))
    .map((key) => `${at(path, key)}: may not stand beside Components V2`);
}

function isEmpty(body: Readonly<Record<string, unknown>>, before: MessageBefore | undefined, v2: boolean): boolean {
  if (before !== undefined && !['content', 'embeds', 'components'].some((key) => key in body)) return false;
  const kept = { content: before?.content, embeds: before?.embeds };
  const parts = v2 ? [body['components']] : Object.values({ ...kept, ...pick(body) });
  if (before !== undefined && v2 && !('components' in body)) return false;
  return parts.every(
    (part) => part === undefined || part === null || part === '' || (Array.isArray(part) && part.length === 0),
  );
}

function pick(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const carriers = ['content', 'embeds', 'components', 'attachments', 'poll', 'sticker_ids'];
  return Object.fromEntries(carriers.filter((key) => key in body).map((key) => [key, body[key]]));
}

function faultsOfSize(body: Readonly<Record<string, unknown>>, path: string): string[] {
  const json = JSON.stringify(body);
  const bytes = Buffer.byteLength(json);
  const embeds = Array.isArray(body['embeds'])
    ? body['embeds'].reduce<number>((sum, embed) => sum + textIn(embed), 0)
    : 0;
  const whole = path === '' ? 'body' : path;
  return [
    ...(bytes > MAX_PAYLOAD_BYTES ? [`${whole}: may have at most ${MAX_PAYLOAD_BYTES} bytes, has ${bytes}`] : []),
    ...(embeds > MAX_EMBEDS
      ? [`${at(path, 'embeds')}: may have at most ${MAX_EMBEDS} characters in all, have ${embeds}`]
      : []),
    ...(hasHalfCharacter(body)
      ? [`${whole}: has half a character (a lone surrogate), as a text cut in its middle leaves it`]
      : []),
  ];
}

function textIn(embed: unknown): number {
  if (!isRecord(embed)) return 0;
  const { title, description, footer, author, fields } = embed;
  const parts = [title, description, isRecord(footer) ? footer['text'] : '', isRecord(author) ? author['name'] : ''];
  const inFields = Array.isArray(fields)
    ? fields.flatMap((field) => (isRecord(field) ? [field['name'], field['value']] : []))
    : [];
  return [...parts, ...inFields].reduce<number>((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
}

function hasHalfCharacter(value: unknown): boolean {
  if (typeof value === 'string') return LONE_SURROGATE.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasHalfCharacter);
}
