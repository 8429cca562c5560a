import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/matcher/index.ts';
import { LIBRARY, LIBRARY_OPTIONS } from './library.ts';

const matcher = createMatcher(LIBRARY, LIBRARY_OPTIONS);

describe('explain', () => {
  const explanation = matcher.explain('How long can I keep a vlume of the libary?');

  it('shows how each word was read', () => {
    expect(explanation.words.find(({ typed }) => typed === 'libary')).toMatchObject({
      corrected: 'library',
      known: true,
    });
    expect(explanation.words.find(({ typed }) => typed === 'vlume')).toMatchObject({
      corrected: 'volume',
      term: 'book',
    });
  });

  it('names what spoke for the best entry', () => {
    const [best] = explanation.entries;
    expect(best?.id).toBe('loan-period');
    expect(best?.because.some(({ what, weight }) => weight > 0 && what.includes('keep'))).toBe(true);
  });

  it('comes to the same decision as match, and says why', () => {
    expect(explanation.decision).toEqual(matcher.match('How long can I keep a vlume of the libary?').decision);
    expect(explanation.reasons.length).toBeGreaterThan(1);
  });
});
