/** Text for a terminal: wrapped to the window and, where there are colors, styled. */

import { styleText } from 'node:util';
import { wrapAnsi } from 'fast-wrap-ansi';

export interface Layout {
  /** Columns of the window. */
  readonly width: number;
  readonly color: boolean;
  /** Whether a number can be typed next, to choose one of the questions offered. */
  readonly canChoose: boolean;
}

/** In columns: longer lines are hard to read, however wide the window. */
const MAX_WIDTH = 88;
/** In columns: narrower windows get lines longer than they are. */
const MIN_WIDTH = 20;

/** Each wraps a text and gives it one style. */
export interface Styles {
  readonly plain: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly faintIndented: (text: string) => string;
  /** The text's lines line up behind the mark. */
  readonly marked: (mark: string, text: string) => string;
  /** With a bar at the side. */
  readonly quotation: (text: string) => string;
}

export function createStyles({ width, color }: Layout): Styles {
  const columns = Math.max(MIN_WIDTH, Math.min(width, MAX_WIDTH));

  function wrap(text: string, indent = 0): readonly string[] {
    return wrapAnsi(text, columns - indent, { hard: false }).split('\n');
  }

  function style(format: 'bold' | 'dim' | 'cyan', text: string): string {
    return color ? styleText(format, text, { validateStream: false }) : text;
  }

  function marked(mark: string, text: string): string {
    const indent = ' '.repeat(mark.length);
    return wrap(text, mark.length)
      .map((line, index) => (index === 0 ? mark : indent) + line)
      .join('\n');
  }

  return {
    plain: (text) => wrap(text).join('\n'),
    strong: (text) => style('bold', wrap(text).join('\n')),
    faint: (text) => style('dim', wrap(text).join('\n')),
    faintIndented: (text) => style('dim', marked('    ', text)),
    marked,
    quotation: (text) =>
      wrap(text, 4)
        .map((line) => `${style('cyan', '  │ ')}${line}`)
        .join('\n'),
  };
}
