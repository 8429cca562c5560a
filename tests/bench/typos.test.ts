import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, seededRandom } from '../../src/matcher/index.ts';
import { withSlips } from '../../src/bench/typos.ts';

const questions = fc
  .array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '));
const seeds = fc.nat();

describe('withSlips', () => {
  it('makes at most two slips', () => {
    fc.assert(
      fc.property(questions, seeds, (question, seed) => {
        expect(editDistance(withSlips(question, seededRandom(seed)), question, 9)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('makes the same slips from the same seed', () => {
    fc.assert(
      fc.property(questions, seeds, (question, seed) => {
        expect(withSlips(question, seededRandom(seed))).toBe(withSlips(question, seededRandom(seed)));
      }),
    );
  });

  it('makes slips of every kind', () => {
    const made = Array.from({ length: 300 }, (_, seed) => withSlips('police', seededRandom(seed)));
    expect(made).toContain('polce');
    expect(made).toContain('poliice');
    expect(made).toContain('polcie');
    expect(made).toContain('pokice');
    expect(Array.from({ length: 300 }, (_, seed) => withSlips('to me', seededRandom(seed)))).toContain('tome');
  });
});
