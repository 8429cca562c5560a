import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAdmissions } from '../../../src/transports/shared/admissions.ts';

describe('messages of one reader', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are answered five times in one channel, which is told once of its cooldown soon after', () => {
    const { message } = createAdmissions();
    const admissions = Array.from({ length: 9 }, () => message('here', 'Ana', 0));
    expect(admissions).toEqual([...Array<string>(5).fill('answer'), 'ignore', 'notice', 'ignore', 'ignore']);
  });

  it('are answered five times in all channels together, and others still are', () => {
    const { message } = createAdmissions();
    const admissions = Array.from({ length: 9 }, (_, channel) => message(`channel ${channel}`, 'Ana', 0));
    expect(admissions.filter((admission) => admission === 'answer')).toHaveLength(5);
    expect(message('another', 'Ben', 0)).toBe('answer');
  });
});
