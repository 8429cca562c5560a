import { describe, expect, it } from 'vitest';
import { areAdjacentKeys } from '../../../src/matcher/spelling/keyboard.ts';

describe('areAdjacentKeys', () => {
  it.each([
    ['q', 'w', true],
    ['w', 'q', true],
    ['q', 'e', false],
    ['q', 'a', false],
    ['p', 'a', false],
    ['s', 's', false],
  ])('of %s and %s is %s', (a, b, adjacent) => {
    expect(areAdjacentKeys(a, b)).toBe(adjacent);
  });
});
