import { describe, expect, it } from 'vitest';
import { nearestPage, nextPageButton } from '../../../src/discord/views/pages.ts';
import { english } from '../../support/small-bot.ts';

describe('the nearest page', () => {
  it.each([
    [0, 'a'],
    [1, 'b'],
    [9, 'b'],
  ])('to %d of two', (page, found) => {
    expect(nearestPage(['a', 'b'], page)).toBe(found);
  });

  it('is none of none', () => {
    expect(nearestPage([], 0)).toBeUndefined();
  });
});

describe('the next page', () => {
  it.each([
    [0, 'context:entry:0:1', 'Page 2 of 3'],
    [2, 'context:entry:0:0', 'Page 1 of 3'],
  ])('after %d', (page, id, label) => {
    expect(nextPageButton('context', ['entry', 0], page, 3, english)).toMatchObject({ custom_id: id, label });
  });

  it('keeps the args that follow the page', () => {
    expect(nextPageButton('page', ['entry'], 0, 2, english, ['hedged'])?.custom_id).toBe('page:entry:1:hedged');
  });

  it('is none where there is one page', () => {
    expect(nextPageButton('page', ['entry'], 0, 1, english)).toBeUndefined();
  });
});
