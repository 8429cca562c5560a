import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/transports/http/request-body.ts';

const LIMIT = 10;

async function textOf(request: Request): Promise<string | undefined> {
  const body = await readBody(request, LIMIT);
  return body && new TextDecoder().decode(body);
}

function requestWith(body: string | ReadableStream, headers: Record<string, string> = {}): Request {
  return new Request('http://bot/', { method: 'POST', body, headers, duplex: 'half' });
}

/** A body that says nothing of its length, in chunks. */
function streamed(...chunks: readonly (string | Uint8Array)[]): {
  readonly stream: ReadableStream;
  cancelled: boolean;
} {
  const state = { cancelled: false };
  const left = [...chunks];
  const stream = new ReadableStream(
    {
      pull(controller) {
        const chunk = left.shift();
        if (chunk === undefined) controller.close();
        else controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
      },
      cancel() {
        state.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return Object.assign(state, { stream });
}

describe('a body whose length is known', () => {
  it('is read up to the limit', async () => {
    expect(await textOf(requestWith('0123456789', { 'content-length': '10' }))).toBe('0123456789');
  });

  it.each(['11', '99999999999', 'many'])('is not read at a length of %s', async (length) => {
    const request = requestWith('0123456789+', { 'content-length': length });
    expect(await readBody(request, LIMIT)).toBeUndefined();
    expect(request.bodyUsed).toBe(false);
  });
});

describe('a body whose length is not known', () => {
  it('is read up to the limit, across chunks that part a letter', async () => {
    const [first, ...rest] = new TextEncoder().encode('ñandú');
    expect(await textOf(requestWith(streamed(Uint8Array.of(first ?? 0), Uint8Array.from(rest)).stream))).toBe('ñandú');
  });

  it('is left at the chunk that goes over the limit', async () => {
    const body = streamed('01234', '56789', '+', 'never read');
    expect(await readBody(requestWith(body.stream), LIMIT)).toBeUndefined();
    expect(body.cancelled).toBe(true);
  });

  it('may be empty', async () => {
    expect(await textOf(new Request('http://bot/', { method: 'POST' }))).toBe('');
  });
});
