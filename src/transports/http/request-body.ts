/** Reads a request's body, and no more of it than is allowed. */

/** @returns `undefined` if the body has more bytes than that. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array | undefined> {
  const length = request.headers.get('content-length');
  // A server reads no more than a request says it has, so that there is nothing to count.
  if (length !== null) return Number(length) <= maxBytes ? new Uint8Array(await request.arrayBuffer()) : undefined;
  return request.body === null ? new Uint8Array() : readCounting(request.body, maxBytes);
}

async function readCounting(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) return undefined; // which cancels the rest
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
