import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fleissKappa, judgingReport, majorityOf, pairwiseAgreement } from '../../src/bench/judge-count.ts';
import { SEVERITIES, type Judgment, type Severity } from '../../src/bench/judge-form.ts';

const clean: Judgment = {
  id: 1,
  accuracy: 'none',
  sourcing: 'none',
  opinion: 'none',
  editorialization: 'none',
  context: 'none',
  menu: 'none',
  note: '',
};
const severity = fc.constantFrom(...SEVERITIES);
const ratings = (judges: number) =>
  fc.array(fc.array(severity, { minLength: judges, maxLength: judges }), { minLength: 1 });

describe('the majority', () => {
  it.each<[string, readonly Severity[], Severity]>([
    ['is what two of three say', ['none', 'major', 'none'], 'none'],
    ['is what all say', ['major', 'major', 'major'], 'major'],
    ['is in the middle where three differ', ['major', 'none', 'minor'], 'minor'],
    ['is the stricter of two', ['none', 'minor'], 'minor'],
  ])('%s', (_, verdicts, expected) => {
    expect(majorityOf(verdicts.map((accuracy) => ({ ...clean, accuracy }))).accuracy).toBe(expected);
  });

  it('is the same in whatever order the judges come', () => {
    fc.assert(
      fc.property(fc.tuple(severity, severity, severity), ([a, b, c]) => {
        const of = (...verdicts: readonly Severity[]) => majorityOf(verdicts.map((menu) => ({ ...clean, menu }))).menu;
        expect(of(a, b, c)).toBe(of(c, a, b));
      }),
    );
  });
});

describe('agreement', () => {
  it('of pairs is the share of them that say the same', () => {
    expect(pairwiseAgreement([['none', 'none', 'minor']])).toBeCloseTo(1 / 3);
    expect(pairwiseAgreement([])).toBe(1);
  });

  it('beyond chance is Fleiss’ kappa', () => {
    // Two of three pairs agree, and half of them would by chance: (2/3 − 1/2) / (1 − 1/2).
    const split = [
      ['none', 'none'],
      ['minor', 'minor'],
      ['none', 'minor'],
    ] as const;
    expect(fleissKappa(split)).toBeCloseTo(1 / 3);
  });

  it('beyond chance is 1 where all agree on each answer, and at most 1', () => {
    fc.assert(
      fc.property(ratings(3), (rated) => {
        expect(fleissKappa(rated) ?? 1).toBeLessThanOrEqual(1);
      }),
    );
    expect(
      fleissKappa([
        ['none', 'none'],
        ['major', 'major'],
      ]),
    ).toBe(1);
  });

  it('beyond chance is unknown where all verdicts are alike', () => {
    expect(fleissKappa([['none', 'none', 'none']])).toBeUndefined();
  });
});

describe('the report on judging', () => {
  const faulty: Judgment = { ...clean, id: 2, sourcing: 'major', menu: 'minor', note: 'claims a basis' };
  const judges = [
    [clean, faulty],
    [faulty, clean], // in another order
    [
      { ...clean, accuracy: 'minor' as const },
      { ...clean, id: 2 },
    ],
  ];

  it('counts what the majority finds, by criterion and in all, the menu apart', () => {
    const lines = judgingReport(judges);
    expect(lines[0]).toMatch(/^2 answers, 3 judges/);
    const line = (name: string) => lines.find((one) => one.startsWith(name));
    expect(line('sourcing')).toMatch(/1 \(50\.0%\) +0 \(0\.0%\) +1 \(50\.0%\) +1 \(50\.0%, 9–91\) +66\.7%/);
    expect(line('accuracy')).toMatch(/2 \(100\.0%\) .* 0 \(0\.0%, 0–66\) +66\.7% +-0\.20/);
    expect(line('menu (judged apart)')).toMatch(/1 \(50\.0%, 9–91\)/);
    expect(line('any issue of the reply itself')).toMatch(/1 \(50\.0%, 9–91\)/);
    expect(line('any major issue')).toMatch(/1 \(50\.0%, 9–91\)/);
    expect(line('context')).toMatch(/100\.0% +–$/);
  });

  it('lists the answers at fault with the judges’ notes', () => {
    expect(judgingReport(judges).slice(-3)).toEqual([
      '   2  sourcing major, menu minor',
      '      claims a basis',
      '      claims a basis',
    ]);
    expect(judgingReport([[clean], [clean]]).join('\n')).not.toContain('\n   1  ');
  });

  it.each([
    ['other answers', [[clean], [faulty]]],
    ['fewer answers', [[clean, faulty], [clean]]],
    [
      'an answer twice',
      [
        [clean, clean],
        [clean, clean],
      ],
    ],
  ])('refuses forms of %s', (_, forms) => {
    expect(() => judgingReport(forms)).toThrow(/same answers, each once/);
  });
});
