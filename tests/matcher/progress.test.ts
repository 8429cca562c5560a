import { expect, it } from 'vitest';
import { trackProgress, type Progress } from '../../src/matcher/progress.ts';

it('weighs steps by their work', () => {
  const reports: Progress[] = [];
  const report = trackProgress({ reading: 1, training: 3 }, (done) => reports.push(done));
  report('reading', 0.5);
  report('training', 0);
  report('training', 1);
  expect(reports).toEqual([
    { step: 'reading', share: 0.125 },
    { step: 'training', share: 0.25 },
    { step: 'training', share: 1 },
  ]);
});
