/** Reads a request's body, and no more of it than is allowed. */

/** @returns `undefined` if the body has more bytes than that. */
export async function readBody(request: Request, maxBytes: number): Promise<string | undefined> {
  const length = request.headers.get('content-length');
  // A server reads no more than a request says it has, so that there is nothing to count.
  if (length !== null) return Number(length) <= maxBytes ? request.text() : undefined;
  return request.body === null ? '' : readCounting(request.body, maxBytes);
}

async function readCounting(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) return undefined; // which cancels the rest
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
