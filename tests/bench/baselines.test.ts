import { describe, expect, it } from 'vitest';
import { createBaselines } from '../../src/bench/baselines.ts';

const ENTRIES = [
  { id: 'bridge', phrasings: ['when did the bridge open', 'date of the opening'] },
  { id: 'eels', phrasings: ['where did the eels go', 'effect of the noise on fish'] },
];

describe.each(createBaselines(ENTRIES).map((baseline) => [baseline.name, baseline] as const))('%s', (_, { rank }) => {
  it('finds the entry with the best phrasing', () => {
    expect(rank('date of the opening')?.id).toBe('bridge');
    expect(rank('noise and fish')?.id).toBe('eels');
  });

  it('scores the same words higher than similar ones', () => {
    const [same, similar] = [rank('where did the eels go'), rank('where did the eals')];
    expect(similar?.id).toBe('eels');
    expect(same!.score).toBeGreaterThan(similar!.score);
  });
});
