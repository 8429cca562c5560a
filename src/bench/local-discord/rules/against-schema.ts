import { core, locales } from 'zod';

/** Zod's own wording, which its small build leaves out. */
const { localeError } = locales.en();

/**
 * Says in sentences what is wrong with a value, held to one of Discord's schemas.
 *
 * Two things that Zod itself would do worse here: where several shapes are possible the one with
 * the value's own `type` is taken, so one mistake gives one sentence; and a key that the schema
 * does not know is a fault (Discord would ignore it in silence).
 *
 * @param path where the value stands in the payload; put before each sentence
 */
export function faultsAgainst(schema: core.$ZodType, value: unknown, path = ''): string[] {
  const { def } = (schema as core.$ZodTypes)._zod;
  switch (def.type) {
    case 'lazy':
      return faultsAgainst(def.getter(), value, path);
    case 'optional':
      return value === undefined ? [] : faultsAgainst(def.innerType, value, path);
    case 'nullable':
      return value === null ? [] : faultsAgainst(def.innerType, value, path);
    case 'object':
      return isRecord(value) ? faultsOfObject(def.shape, value, path) : [wrongType(path, 'an object', value)];
    case 'array':
      return Array.isArray(value) ? faultsOfArray(def, value, path) : [wrongType(path, 'a list', value)];
    case 'union':
      return faultsOfUnion(def.options.map(unwrapped), value, path);
    default:
      return faultsOfLeaf(schema, value, path);
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `at('data.components', 0)` is `data.components[0]`. */
export function at(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

function faultsOfObject(
  shape: Readonly<Record<string, core.$ZodType>>,
  value: Record<string, unknown>,
  path: string,
): string[] {
  const unknownKeys = Object.keys(value).filter((key) => !Object.hasOwn(shape, key));
  return [
    ...unknownKeys.map((key) => `${at(path, key)}: there is no such key here`),
    ...Object.entries(shape).flatMap(([key, schema]) => faultsAgainst(schema, value[key], at(path, key))),
  ];
}

function faultsOfArray(def: core.$ZodArrayDef, value: readonly unknown[], path: string): string[] {
  const limits = (def.checks ?? []).flatMap((check) => {
    const limit = check._zod.def as { check: string; minimum?: number; maximum?: number };
    if (limit.minimum !== undefined && value.length < limit.minimum)
      return [`${path}: must have at least ${limit.minimum}, has ${value.length}`];
    if (limit.maximum !== undefined && value.length > limit.maximum)
      return [`${path}: may have at most ${limit.maximum}, has ${value.length}`];
    return [];
  });
  return [...limits, ...value.flatMap((item, index) => faultsAgainst(def.element, item, at(path, index)))];
}

function faultsOfUnion(options: readonly core.$ZodType[], value: unknown, path: string): string[] {
  const typed = options.filter((option) => typesOf(option).length > 0);
  if (isRecord(value) && typed.length > 1 && typed.length === options.length) {
    const fitting = typed.find((option) => typesOf(option).includes(value['type']));
    if (fitting !== undefined) return faultsAgainst(fitting, value, path);
    return [
      `${at(path, 'type')}: ${JSON.stringify(value['type'])} may not stand here; allowed: ${typed.flatMap(typesOf).join(', ')}`,
    ];
  }
  const attempts = options.map((option) => faultsAgainst(option, value, path));
  return attempts.reduce((best, next) => (next.length < best.length ? next : best));
}

/** The values that an object schema allows its `type` key; none for any other schema. */
function typesOf(schema: core.$ZodType): readonly unknown[] {
  const { def } = (schema as core.$ZodTypes)._zod;
  if (def.type !== 'object') return [];
  const type = def.shape['type'];
  const typeDef = type === undefined ? undefined : (type as core.$ZodTypes)._zod.def;
  return typeDef?.type === 'literal' ? typeDef.values : [];
}

function unwrapped(schema: core.$ZodType): core.$ZodType {
  const { def } = (schema as core.$ZodTypes)._zod;
  return def.type === 'lazy' ? unwrapped(def.getter()) : schema;
}

function faultsOfLeaf(schema: core.$ZodType, value: unknown, path: string): string[] {
  if (value === undefined) return [`${path}: is missing`];
  const result = core.safeParse(schema, value, { error: localeError });
  return result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path.reduce<string>(step, path)}: ${issue.message}`);
}

function step(path: string, key: PropertyKey): string {
  return at(path, typeof key === 'symbol' ? String(key) : key);
}

function wrongType(path: string, wanted: string, value: unknown): string {
  return value === undefined ? `${path}: is missing` : `${path}: must be ${wanted}, is ${JSON.stringify(value)}`;
}
