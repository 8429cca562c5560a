/**
 * The part of Discord's Markdown that the bot writes, as HTML. It follows Discord's rules rather
 * than the bot's code, so that a picture shows what Discord would make of a payload. Any other
 * Markdown (italics, code, mentions, indented lines, …) throws, so that nothing is silently wrong.
 */

import { escapeHtml } from './html.ts';

type Kind = 'heading' | 'subtext' | 'quote' | 'list' | 'plain';

interface Block {
  readonly kind: Kind;
  readonly lines: string[];
}

/** How the lines of each kind of block start. The first match counts. */
const MARKS: readonly (readonly [Kind, string])[] = [
  ['heading', '### '],
  ['subtext', '-# '],
  ['quote', '> '],
  ['list', '- '],
];
/** Consecutive lines of these kinds form one block; each heading or subtext stands alone. */
const JOINED: readonly Kind[] = ['quote', 'list', 'plain'];

export function markdownToHtml(markdown: string): string {
  return blocksOf(markdown).map(drawBlock).join('');
}

function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of markdown.split('\n')) {
    if (/^\s+\S/.test(line)) throw new Error(`The pictures cannot show an indented line: ${line}`);
    const [kind, mark] = MARKS.find(([, start]) => line.startsWith(start)) ?? (['plain', ''] as const);
    const last = blocks.at(-1);
    if (last?.kind === kind && JOINED.includes(kind)) last.lines.push(line.slice(mark.length));
    else blocks.push({ kind, lines: [line.slice(mark.length)] });
  }
  return blocks;
}

function drawBlock({ kind, lines }: Block): string {
  const drawn = lines.map(drawInline);
  switch (kind) {
    case 'heading':
      return `<h3>${drawn.join('')}</h3>`;
    case 'subtext':
      return `<small>${drawn.join('')}</small>`;
    case 'quote':
      return `<discord-quote>${drawn.join('<br>')}</discord-quote>`;
    case 'list':
      return `<ul>${drawn.map((item) => `<li>${item}</li>`).join('')}</ul>`;
    case 'plain':
      return `<p>${drawn.join('<br>')}</p>`;
  }
}

/**
 * The tokens of a line: a backslash escape, bold text, a link with words, a bare URL, Markdown that
 * is not supported, any other character.
 */
const TOKEN =
  /\\(?<escaped>[^0-9A-Za-z\s])|\*\*(?<bold>(?:\\.|[^*])+)\*\*|\[(?<words>(?:\\.|[^\]])+)\]\((?<target>https?:\/\/[^)\s]+)\)|(?<address>https?:\/\/[^\s<>)]+)|(?<unknown>[*`<]|__|~~|\|\|)|(?<other>.)/gsu;

function drawInline(line: string): string {
  return [...line.matchAll(TOKEN)].map(({ groups = {} }) => drawToken(groups, line)).join('');
}

function drawToken(token: Readonly<Record<string, string | undefined>>, line: string): string {
  if (token.unknown !== undefined) throw new Error(`The pictures cannot show “${token.unknown}”, in: ${line}`);
  if (token.bold !== undefined) return `<strong>${drawInline(token.bold)}</strong>`;
  if (token.words !== undefined) return link(token.target ?? '', drawInline(token.words));
  if (token.address !== undefined) return link(token.address, escapeHtml(token.address));
  return escapeHtml(token.escaped ?? token.other ?? '');
}

function link(target: string, words: string): string {
  return `<a href="${escapeHtml(target)}">${words}</a>`;
}
