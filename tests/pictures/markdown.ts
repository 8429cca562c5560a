/**
 * The part of Discord's Markdown that the bot writes, as HTML. Written from Discord's rules and not from the bot's code, so that a picture
 * shows what a payload says. Marks that Discord knows and this does not (italics, code, mentions, indented lines, …) throw: nothing is drawn
 * wrongly in silence.
 */

import { escapeHtml } from './html.ts';

type Kind = 'heading' | 'subtext' | 'quote' | 'list' | 'plain';

interface Block {
  readonly kind: Kind;
  readonly lines: string[];
}

/** What a line begins with, by the block it belongs to. The first that fits counts. */
const MARKS: readonly (readonly [Kind, string])[] = [
  ['heading', '### '],
  ['subtext', '-# '],
  ['quote', '> '],
  ['list', '- '],
];
/** Consecutive lines of these are one block; headings and subtexts stand alone. */
const JOINED: readonly Kind[] = ['quote', 'list', 'plain'];

export function markdownToHtml(markdown: string): string {
  return blocksOf(markdown).map(drawBlock).join('');
}

function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of markdown.split('\n')) {
    if (/^\s+\S/.test(line)) throw new Error(`Markdown that the pictures don't know, an indented line: ${line}`);
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

/** One line's tokens: a backslash escape, bold, a link with words, a plain address, marks that are not drawn here, any other character. */
const TOKEN =
  /\\(?<escaped>[^0-9A-Za-z\s])|\*\*(?<bold>(?:\\.|[^*])+)\*\*|\[(?<words>(?:\\.|[^\]])+)\]\((?<target>https?:\/\/[^)\s]+)\)|(?<address>https?:\/\/[^\s<>)]+)|(?<unknown>[*`<]|__|~~|\|\|)|(?<other>.)/gsu;

function drawInline(line: string): string {
  return [...line.matchAll(TOKEN)].map(({ groups = {} }) => drawToken(groups, line)).join('');
}

function drawToken(token: Readonly<Record<string, string | undefined>>, line: string): string {
  if (token.unknown !== undefined)
    throw new Error(`Markdown that the pictures don't know, “${token.unknown}”, in: ${line}`);
  if (token.bold !== undefined) return `<strong>${drawInline(token.bold)}</strong>`;
  if (token.words !== undefined) return link(token.target ?? '', drawInline(token.words));
  if (token.address !== undefined) return link(token.address, escapeHtml(token.address));
  return escapeHtml(token.escaped ?? token.other ?? '');
}

function link(target: string, words: string): string {
  return `<a href="${escapeHtml(target)}">${words}</a>`;
}
