/** What a picture must show, taken from the payload alone, and what of that a picture lacks. */

import { shown, textsOf } from '../support/payloads.ts';
import type { Drawable } from './draw.ts';

/** A quotation and who says it. */
export interface Cited {
  readonly quotation: string;
  /** The bold lines right below it. A good reply has at least one. */
  readonly attributions: readonly string[];
}

/** A message's quotations in reading order, each as Discord shows it. */
export function citedIn(message: Drawable): readonly Cited[] {
  const cited: { quotation: string; attributions: string[] }[] = [];
  let before: 'quote' | 'attribution' | 'other' = 'other';
  for (const line of textsOf(message).flatMap((text) => text.split('\n'))) {
    const last = cited.at(-1);
    if (line.startsWith('> ')) {
      const words = shown(line.slice('> '.length));
      if (before === 'quote' && last) last.quotation += `\n${words}`;
      else cited.push({ quotation: words, attributions: [] });
      before = 'quote';
    } else if (before !== 'other' && last && /^\*\*.+\*\*$/.test(line)) {
      last.attributions.push(shown(line.slice(2, -2)));
      before = 'attribution';
    } else {
      before = 'other';
    }
  }
  return cited;
}

/**
 * What is missing from a picture: each quotation has to be there whole, right before its
 * attributions, in the payload's order.
 *
 * @param text the visible text of the picture, with white space collapsed
 */
export function missingFrom(text: string, cited: readonly Cited[]): readonly string[] {
  let from = 0;
  return cited.flatMap(({ quotation, attributions }) => {
    if (attributions.length === 0) return [`no attribution for “${quotation}”`];
    const wanted = [quotation, ...attributions].join(' ').replace(/\s+/g, ' ').trim();
    const at = text.indexOf(wanted, from);
    if (at < 0) return [wanted];
    from = at + wanted.length;
    return [];
  });
}

/** The parts of a component that carry labels. */
interface Labelled {
  readonly label?: string;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly default?: boolean }[];
  readonly components?: readonly Labelled[];
  readonly accessory?: Labelled;
}

/** The words on buttons and closed select menus, in reading order. */
export function labelsIn({ components }: Drawable): readonly string[] {
  return (components as readonly Labelled[]).flatMap(labelsOf);
}

function labelsOf({ label, placeholder, options = [], components = [], accessory }: Labelled): readonly string[] {
  const chosen = options.filter((option) => option.default).map((option) => option.label);
  const own = chosen.length > 0 ? chosen : [label ?? placeholder ?? []].flat();
  return [...own, ...[...components, ...(accessory ? [accessory] : [])].flatMap(labelsOf)];
}
