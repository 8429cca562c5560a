/** Reads one YAML file against a schema; what does not fit becomes faults with their lines, never an exception. */

import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './content-issue.ts';

export interface SourceFile {
  /** Its name below `content/`, with forward slashes: `faq/call.yaml`. */
  readonly name: string;
  readonly text: string;
}

export type Path = readonly (string | number)[];

export interface YamlFile<Value> {
  readonly name: string;
  /** `undefined` where the file does not fit the schema; `faults` then says why. */
  readonly value: Value | undefined;
  readonly faults: readonly Fault[];
  /** The line on which the value at `path` stands, from 1. */
  readonly lineOf: (path: Path) => number | undefined;
  /** What a schema found wrong with the value at `path`. */
  readonly faultsOf: (error: z.ZodError, path: Path) => readonly Fault[];
}

export function readYaml<Schema extends z.ZodType>(file: SourceFile, schema: Schema): YamlFile<z.infer<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (path: Path): number | undefined => lineAt(document, lines, path);
  const faultsOf = (error: z.ZodError, at: Path): readonly Fault[] =>
    error.issues.map((issue) => {
      const path = [...at, ...issue.path.filter((step) => typeof step !== 'symbol')];
      const entry = entryAt(document, path);
      return {
        file: file.name,
        ...lineField(lineOf(path)),
        ...(entry === undefined ? {} : { entry }),
        message: `${path.join('.') || 'the file'}: ${reasonOf(issue)}.`,
      };
    });
  const unreadable = (faults: readonly Fault[]): YamlFile<z.infer<Schema>> => ({
    name: file.name,
    value: undefined,
    faults,
    lineOf,
    faultsOf,
  });

  if (document.errors.length > 0) {
    return unreadable(
      document.errors.map((error) => ({
        file: file.name,
        line: lines.linePos(error.pos[0]).line,
        message: `This is not valid YAML: ${error.message}`,
      })),
    );
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { name: file.name, value: parsed.data, faults: [], lineOf, faultsOf };
  return unreadable(faultsOf(parsed.error, []));
}

/** A bad key hides its reason inside. */
function reasonOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_key' ? issue.issues.map((inner) => inner.message).join(', ') : issue.message;
}

/** `{ line }` where it is known, nothing otherwise: for spreading into a fault. */
export function lineField(line: number | undefined): { line?: number } {
  return line === undefined ? {} : { line };
}

/** The line of the node at `path`, or of its nearest ancestor that stands in the file. */
function lineAt(document: Document, lines: LineCounter, path: Path): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

/** The id of the entry that `path` points into, so that its fault names it. */
function entryAt(document: Document, path: Path): string | undefined {
  if (path[0] !== 'entries' || path.length < 2) return undefined;
  const id: unknown = document.getIn(['entries', path[1], 'id']);
  return typeof id === 'string' ? id : undefined;
}
