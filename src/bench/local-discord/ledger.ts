/** What a client did that Discord forbids. */
export type FaultKind =
  | 'refused payload'
  | 'mentions'
  | 'double acknowledgement'
  | 'late acknowledgement'
  | 'no acknowledgement'
  | 'wrong token'
  | 'unknown route'
  | 'refused request'
  | 'gateway';

export interface Fault {
  readonly kind: FaultKind;
  /** What was wrong, and where. */
  readonly sentence: string;
}

export interface LoggedRequest {
  readonly method: string;
  /** Decoded, without `/api/v10` and without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** When it came, by `performance.now()`. */
  readonly at: number;
  /** 0 until answered. */
  status: number;
}

/** What has come in: requests, faults, and whether it is quiet. */
export interface Ledger {
  readonly requests: LoggedRequest[];
  readonly faults: Fault[];
  fault(kind: FaultKind, sentence: string): void;
  opened(request: LoggedRequest): void;
  closed(): void;
  /** Resolves when no request is open and none has come for a while. */
  quiet(): Promise<void>;
}

export function createLedger(quietMs: number): Ledger {
  const requests: LoggedRequest[] = [];
  const faults: Fault[] = [];
  let open = 0;
  let last = 0;

  return {
    requests,
    faults,
    fault(kind, sentence) {
      faults.push({ kind, sentence });
    },
    opened(request) {
      requests.push(request);
      open += 1;
      last = performance.now();
    },
    closed() {
      open -= 1;
      last = performance.now();
    },
    async quiet() {
      const since = performance.now();
      for (;;) {
        const left = Math.max(since, last) + quietMs - performance.now();
        if (open === 0 && left <= 0) return;
        await pause(Math.max(left, 2));
      }
    },
  };
}

/** Waits so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The promise's value, or a rejection that says what did not come in time. */
export async function within<T>(ms: number, promise: Promise<T>, otherwise: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise())), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
