import { expect, it } from 'vitest';
import { trackParts, trackProgress, type Progress } from '../../src/matcher/progress.ts';

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

it('weighs parts that go on at once by their work, in whatever order they report', () => {
  const reports: Progress[] = [];
  const report = trackParts([{ work: 1 }, { work: 3 }], (done) => reports.push(done));
  report(1, { step: 'training', share: 0 });
  report(1, { step: 'training', share: 0.5 });
  report(0, { step: 'calibrating', share: 1 });
  report(1, { step: 'training', share: 1 });
  expect(reports).toEqual([
    { step: 'training', share: 0 },
    { step: 'training', share: 0.375 },
    { step: 'calibrating', share: 0.625 },
    { step: 'training', share: 1 },
  ]);
});
