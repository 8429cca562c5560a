import { expect, it } from 'vitest';
import { forgetLastText } from '../../../src/transports/shared/forget-last-text.ts';

it('leaves nothing of the text that was last matched', () => {
  expect(/why/.test('why was it built')).toBe(true);
  expect(Reflect.get(RegExp, 'input')).toBe('why was it built');
  forgetLastText();
  expect(Reflect.get(RegExp, 'input')).toBe('');
});
