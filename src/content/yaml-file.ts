/** Reads YAML files and checks them against schemas. Problems become issues; nothing throws. */

import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';
import type { Checked, Place } from './content-issue.ts';

export interface SourceFile {
  /** Its name below `content/`, with forward slashes: `faq/call.yaml`. */
  readonly name: string;
  /** Decoded as UTF-8; bytes that are not valid UTF-8 have become U+FFFD. */
  readonly text: string;
}

/** Keys and list positions, from the root of a file to one of its values. */
export type Path = readonly (string | number)[];

export interface YamlFile {
  /** The file's content as plain data, not checked against a schema. */
  readonly data: unknown;
  /** Where the key or list item at `path` is, or its nearest ancestor in the file. */
  readonly placeOf: (path: Path, entry?: string) => Place;
  /** Checks a value taken from `path` of the file. `entry` is the id of the entry it belongs to. */
  readonly check: <Schema extends z.ZodType>(
    schema: Schema,
    value: unknown,
    path: Path,
    entry?: string,
  ) => Checked<z.infer<Schema>>;
}

/**
 * Reads and checks a file: `yaml` is set if it is valid YAML, `value` if it fits the schema too.
 */
export function readYaml<Schema extends z.ZodType>(
  file: SourceFile,
  schema: Schema,
): Checked<z.infer<Schema>> & { readonly yaml?: YamlFile | undefined } {
  const { value: yaml, issues } = parseYaml(file);
  return yaml ? { yaml, ...yaml.check(schema, yaml.data, []) } : { issues };
}

export function parseYaml({ name, text }: SourceFile): Checked<YamlFile> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const problems = [...badCharacters(text), ...syntaxErrors(document), ...unsupportedYaml(document)];
  if (problems.length > 0) {
    const issues = problems.map(({ offset, message }) => ({ file: name, line: lineAt(offset), message }));
    // Of what is nested too deeply, the library tells a thousand times.
    return { issues: [...new Map(issues.map((issue) => [`${issue.line} ${issue.message}`, issue])).values()] };
  }

  const placeOf = (path: Path, entry?: string): Place => {
    const offset = offsetOf(document, path);
    return { file: name, line: offset === undefined ? undefined : lineAt(offset), entry };
  };
  return {
    value: {
      data: document.toJS(),
      placeOf,
      check: (schema, value, path, entry) => {
        const parsed = schema.safeParse(value, { error: plainReason });
        if (parsed.success) return { value: parsed.data, issues: [] };
        const whole = path.length === 0 ? 'The file' : entry === undefined ? 'This' : 'The entry';
        return {
          issues: parsed.error.issues
            .flatMap((issue) => messagesOf(issue, whole))
            .map(({ at, message }) => ({ ...placeOf([...path, ...at], entry), message })),
        };
      },
    },
    issues: [],
  };
}

interface Problem {
  /** UTF-16 units from the beginning of the file. */
  readonly offset: number;
  readonly message: string;
}

/** Characters that show that the file was not saved as UTF-8 text. The first one is enough. */
function badCharacters(text: string): readonly Problem[] {
  const offset = text.search(/[\0\uFFFD]/);
  if (offset === -1) return [];
  return [{ offset, message: 'This line has bytes that are not UTF-8 text: retype it, and save the file as UTF-8.' }];
}

function syntaxErrors(document: Document): readonly Problem[] {
  return document.errors.map(({ pos, message }) => ({
    offset: pos[0],
    message: `This is not valid YAML (${reasonIn(message)}): check the indentation, brackets and quotation marks here.`,
  }));
}

/** What the library's sentence says, without its end. */
function reasonIn(message: string): string {
  return message.startsWith('Maximum call stack') ? 'nested too deeply' : shortened(message.replace(/[.:]$/, ''));
}

/** Some of the library's sentences quote what may be a whole line of the file. */
function shortened(message: string): string {
  const characters = [...message];
  return characters.length > LONGEST_REASON ? `${characters.slice(0, LONGEST_REASON - 1).join('')}…` : message;
}

/** In characters; the library's own words need up to 120. */
const LONGEST_REASON = 160;

/** Parts of YAML that content has no use for, and that would silently change what a text says. */
function unsupportedYaml(document: Document): readonly Problem[] {
  const problems: Problem[] = document.warnings.map(({ pos, message }) => ({
    offset: pos[0],
    message: `Tags are not supported (${shortened(message)}): put quotation marks around text that starts with “!”.`,
  }));
  visit(document, {
    Alias: (_, { source, range }) => {
      problems.push({
        offset: range?.[0] ?? 0,
        message: `References are not supported: write out what *${shortened(source)} stands for, or put quotation marks around it.`,
      });
    },
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value !== '__proto__') return;
      const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      problems.push({ offset, message: 'This can’t be the name of a field: use plain words.' });
    },
  });
  return problems;
}

/** Where the key or list item at `path` begins, or its nearest ancestor. */
function offsetOf(document: Document, path: Path): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = nodeAt(document, path.slice(0, length));
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

function nodeAt(document: Document, path: Path): unknown {
  const parent = path.length === 0 ? undefined : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return document.getIn(path, true);
  return parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))?.key;
}

/** What an issue of zod means, and the path it is about. Each unknown key counts separately. */
function messagesOf(
  issue: z.core.$ZodIssue,
  whole: string,
): readonly { readonly at: Path; readonly message: string }[] {
  const at = issue.path.filter((step) => typeof step !== 'symbol');
  const names = at.filter((step) => typeof step === 'string');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      at: [...at, key],
      message: `There is no field called “${[...names, key].join('.')}”: correct the name, or remove it.`,
    }));
  }
  const reasons = issue.code === 'invalid_key' ? issue.issues.map(({ message }) => message) : [issue.message];
  return [{ at, message: `${subjectOf(at, names, whole)} ${reasons.join(' and ')}.` }];
}

function subjectOf(at: Path, names: readonly string[], whole: string): string {
  if (at.length === 0) return whole;
  if (names.length === 0) return 'This item';
  return typeof at.at(-1) === 'number' ? `This item of ${names.join('.')}` : names.join('.');
}

/** Plain words, as a predicate, for an issue that has no message of its own in the schema. */
function plainReason({ code, input, expected }: z.core.$ZodRawIssue): string | undefined {
  if (input === undefined) return 'is missing: add it';
  if (input === null || input === '') return 'is empty: fill it in';
  if (code === 'too_small' && Array.isArray(input)) return 'is an empty list: add something, or remove it';
  if (code !== 'invalid_type') return undefined;
  switch (expected) {
    case 'string':
      return 'must be text: put quotation marks around it';
    case 'number':
    case 'int':
      return 'must be a whole number';
    case 'boolean':
      return 'must be true or false';
    case 'array':
      return 'must be a list';
    default:
      return 'must have fields, each on an indented line of its own';
  }
}
