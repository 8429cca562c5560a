/** What a program was asked to do, from its command line. */

import { parseArgs } from 'node:util';
import { OperatorError } from '../config/operator-error.ts';

/** What a program takes, and how its `--help` explains that. */
export interface Parameters<Options extends OptionTable> {
  /** The ways to call it: `npm run -s ask -- "QUESTION"`. */
  readonly usage: readonly string[];
  /** What the program does, in a sentence or two. */
  readonly summary: string;
  readonly options?: Options;
  /** Whether it takes arguments that are not options. */
  readonly takesArguments?: boolean;
}

type OptionTable = Readonly<Record<string, { readonly type: 'boolean' | 'string'; readonly help: string }>>;

export interface Arguments<Options extends OptionTable> {
  /** Options that were not given are left out. */
  readonly options: {
    readonly [Name in keyof Options]?: Options[Name]['type'] extends 'boolean' ? boolean : string;
  };
  /** The arguments that are not options. */
  readonly rest: readonly string[];
}

/**
 * `--help` was given. It ends a program as an error does, but with the help on standard output and
 * with status 0.
 */
export class HelpRequest extends Error {
  constructor(help: string) {
    super(help);
    this.name = 'HelpRequest';
  }
}

/**
 * @throws HelpRequest for `--help`.
 * @throws OperatorError with the usage, for an option or an argument that the program does not
 * take.
 */
export function readArguments<const Options extends OptionTable>(
  parameters: Parameters<Options>,
  args: readonly string[] = process.argv.slice(2),
): Arguments<Options> {
  const { values, positionals } = parse(parameters, args);
  if ('help' in values) throw new HelpRequest(helpFor(parameters));
  return { options: values as Arguments<Options>['options'], rest: positionals }; // parseArgs has held them to the table
}

/** An error that says what is wrong with the command line, and how to call the program. */
export function usageError({ usage }: Pick<Parameters<OptionTable>, 'usage'>, problem: string): OperatorError {
  return new OperatorError(`${problem}\n${usageLines(usage)}`);
}

function parse(parameters: Parameters<OptionTable>, args: readonly string[]): ReturnType<typeof parseArgs> {
  try {
    return parseArgs({
      args: [...args],
      options: { ...parameters.options, help: { type: 'boolean' } },
      allowPositionals: parameters.takesArguments ?? false,
    });
  } catch (error) {
    // Node adds advice after the first sentence; the usage says it better.
    const [problem = ''] = error instanceof Error ? error.message.split(/\. |\n/) : [];
    throw usageError(parameters, problem.replace(/\.?$/, '.'));
  }
}

function helpFor({ usage, summary, options = {} }: Parameters<OptionTable>): string {
  const listed = Object.entries({ ...options, help: { help: 'Show this help.' } });
  const width = Math.max(...listed.map(([name]) => name.length));
  return [
    summary,
    '',
    usageLines(usage),
    '',
    ...listed.map(([name, { help }]) => `  --${name.padEnd(width)}  ${help}`),
  ].join('\n');
}

/** The first line is announced, the others stand below it. */
function usageLines(usage: readonly string[]): string {
  return usage.map((line, index) => `${index === 0 ? 'Usage: ' : '       '}${line}`).join('\n');
}
