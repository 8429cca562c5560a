import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Failures, failureAnswer } from './failures.ts';
import { pause, type Ledger, type LoggedRequest } from '../ledger.ts';

/** What a route answers with. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** HTML, in place of the body. */
  readonly page?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Done once the answer is out. */
  readonly afterwards?: () => void;
}

export interface Incoming {
  readonly request: LoggedRequest;
  readonly authorization: string | undefined;
}

export type Handle = (incoming: Incoming) => Answer;

const MAX_BODY_BYTES = 10 * 1024 * 1024;

/**
 * The HTTP side: reads a request, lets an injected failure have it or the routes answer it, and
 * writes the answer.
 */
export function createHttp(ledger: Ledger, failures: Failures, handle: Handle): Server {
  return createServer((incoming, response) => {
    void serve(incoming, response, ledger, failures, handle);
  });
}

/** `{ code, message }` as Discord says that something went wrong. */
export function problem(status: number, code: number, message: string, errors?: readonly string[]): Answer {
  return {
    status,
    body: {
      code,
      message,
      ...(errors === undefined
        ? {}
        : { errors: { _errors: errors.map((text) => ({ code: 'INVALID', message: text })) } }),
    },
  };
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  ledger: Ledger,
  failures: Failures,
  handle: Handle,
): Promise<void> {
  const request = await logged(incoming, ledger);
  if (request === undefined) {
    response.destroy();
    return;
  }
  const failure = failures.take(request);
  if (failure?.status === 'hang') {
    ledger.closed();
    return;
  }
  if (failure?.status === 'drop' || failure?.status === 'reset') {
    ledger.closed();
    if (failure.status === 'drop') response.destroy();
    else incoming.socket.resetAndDestroy();
    return;
  }
  if (failure?.status === 'slow') await pause(failure.afterMs ?? 0);
  const hasStatus = failure !== undefined && typeof failure.status === 'number';
  const answer: Answer = hasStatus
    ? failureAnswer({ ...failure, status: failure.status })
    : handled({ request, authorization: incoming.headers.authorization }, ledger, handle);
  request.status = answer.status;
  if (failure?.status === 'lost') {
    incoming.socket.resetAndDestroy();
  } else {
    const text = answer.page ?? (answer.body === undefined ? '' : JSON.stringify(answer.body));
    response.writeHead(answer.status, {
      ...(text === '' ? {} : { 'content-type': answer.page === undefined ? 'application/json' : 'text/html' }),
      ...answer.headers,
    });
    // A client that did not wait for a slow answer has closed it already.
    await new Promise<void>((resolve) => {
      if (response.closed) resolve();
      response.once('close', resolve);
      response.end(text, resolve);
    });
  }
  ledger.closed();
  answer.afterwards?.();
}

function handled(incoming: Incoming, ledger: Ledger, handle: Handle): Answer {
  try {
    return handle(incoming);
  } catch (error) {
    const sentence = `the local Discord itself failed at ${incoming.request.method} ${incoming.request.path}: ${String(error)}`;
    ledger.fault('refused request', sentence);
    return problem(500, 0, sentence);
  }
}

async function logged(incoming: IncomingMessage, ledger: Ledger): Promise<LoggedRequest | undefined> {
  const url = new URL(incoming.url ?? '/', 'http://local');
  const path = decodeURIComponent(url.pathname).replace(/^\/api(\/v\d+)?/, '');
  const request: LoggedRequest = {
    method: incoming.method ?? 'GET',
    path,
    query: url.searchParams,
    body: undefined,
    at: performance.now(),
    status: 0,
  };
  ledger.opened(request);
  try {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) throw new Error('the body is too large');
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString();
    return Object.assign(request, {
      body: text === '' ? undefined : parsed(text, incoming.headers['content-type'] ?? '', request, ledger),
    });
  } catch {
    ledger.closed();
    return undefined;
  }
}

function parsed(text: string, contentType: string, request: LoggedRequest, ledger: Ledger): unknown {
  try {
    if (!contentType.startsWith('application/json')) throw new Error(`content type ${contentType}`);
    return JSON.parse(text);
  } catch (error) {
    ledger.fault(
      'refused request',
      `${request.method} ${request.path}: the body is no JSON (${error instanceof Error ? error.message : 'unreadable'})`,
    );
    return undefined;
  }
}
