/**
 * Rules for what the bot puts above an answer and into menus: questions and headings, in English.
 * They find what can be found without understanding; an editor still has to read each one.
 */

/** What is wrong with a question or heading, each as a predicate that says what to do. */
export function questionProblems(question: string): readonly string[] {
  return [endingProblem, addressProblem, doubleProblem, pronounProblem].flatMap((find) => find(question) ?? []);
}

/** What is wrong with the question of an entry that the report does not answer. */
export function denialProblem(question: string): string | undefined {
  if (/^Does the report\b/.test(question)) return undefined;
  return 'must not take for granted what the report does not state: ask “Does the report say …?”';
}

function endingProblem(question: string): string | undefined {
  return /^[^?]*\?$/.test(question) ? undefined : 'must be one question with a question mark at its end';
}

/** Words that speak to or for the reader, or ask for advice. "US" is a country. */
const ADDRESS = /\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Ww]e|us|[Oo]urs?|[Yy]ou|[Yy]ours?|[Yy]ourself|[Ss]hould|[Oo]ught)\b/;

function addressProblem(question: string): string | undefined {
  const [word] = ADDRESS.exec(question) ?? [];
  return (
    word && `has “${word}”, which asks for advice or speaks to the reader: ask in the third person what is reported`
  );
}

/** A second question: it begins with a question word or an auxiliary verb. */
const SECOND_QUESTION =
  /\b(?:and|or) (?:who|whom|whose|what|when|where|which|why|how|whether|if|did|do|does|was|were|is|are|has|have|had|can|could|will|would|may|must)\b/i;

function doubleProblem(question: string): string | undefined {
  const [joint] = SECOND_QUESTION.exec(question) ?? [];
  return joint && `joins two questions (“${joint} …”): ask one, and give the other an entry of its own`;
}

const PRONOUN = /\b(?:he|him|his|himself|she|hers?|herself|it|its|itself|they|them|theirs?|themselves)\b/i;

/**
 * Whom or what a pronoun may stand for: something with an article or number before it, a name, a
 * plural, or a word for any person.
 */
const ANTECEDENT =
  /\b(?:an?|the|this|one|two|some|any|another|other|each|every|all|no) [a-z]|\s[A-Z]|\b(?!(?:does|was|has|this|its|his|hers|theirs|yes)\b)[a-z]{3,}s\b|\b(?:people|police|(?:any|every|some)(?:one|body)|nobody)\b/;

function pronounProblem(question: string): string | undefined {
  const found = PRONOUN.exec(question);
  if (!found || ANTECEDENT.test(question.slice(0, found.index))) return undefined;
  return `has “${found[0]}” without saying whom or what it stands for: name the person or thing`;
}
