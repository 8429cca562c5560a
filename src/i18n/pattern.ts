/** Texts in ICU MessageFormat, and the arguments that they use. */

import { IntlMessageFormat } from 'intl-messageformat';

/**
 * Tags such as `<b>` are plain text.
 * @throws SyntaxError if the text is not valid ICU MessageFormat.
 */
export function parsePattern(text: string, locale: string): IntlMessageFormat {
  return new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
}

/** The names of all arguments that a pattern uses anywhere. */
export function argumentsIn(pattern: IntlMessageFormat): readonly string[] {
  return anywhereIn(pattern.getAst());
}

/**
 * The names of the arguments that a pattern shows whatever their values are: not one that only
 * chooses between texts, nor one that only some of these show.
 */
export function alwaysShownIn(pattern: IntlMessageFormat): readonly string[] {
  return shownBy(pattern.getAst());
}

/** A piece of a parsed pattern: text, an argument, or a choice between patterns. */
export type PatternElement = ReturnType<IntlMessageFormat['getAst']>[number];

/** The library's numbers for text, an argument as it stands, and the `#` of a plural. */
export const LITERAL = 0;
export const ARGUMENT = 1;
const POUND = 7;

function anywhereIn(elements: readonly PatternElement[]): readonly string[] {
  return elements.flatMap((element) => [
    ...nameOf(element),
    ...choicesOf(element).flatMap((choice) => anywhereIn(choice)),
  ]);
}

/** @param counted what `#` stands for */
function shownBy(elements: readonly PatternElement[], counted: readonly string[] = []): readonly string[] {
  return elements.flatMap((element) => {
    if (element.type === POUND) return counted;
    const name = nameOf(element);
    const [first, ...others] = choicesOf(element).map((choice) => shownBy(choice, name));
    if (!first) return name;
    return first.filter((shown) => others.every((other) => other.includes(shown)));
  });
}

function nameOf(element: PatternElement): readonly string[] {
  return 'value' in element && element.type !== LITERAL ? [element.value] : [];
}

/** The texts that a plural or a select chooses between. */
function choicesOf(element: PatternElement): readonly (readonly PatternElement[])[] {
  return 'options' in element ? Object.values(element.options).map(({ value }) => value) : [];
}
