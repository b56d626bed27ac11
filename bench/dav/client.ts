import { Pool } from 'undici';
import { utc } from './objects.ts';

/**
 * A request that is another one each time, so that no answer can be kept: `{n}` in the path and the body is counted up, `{k}`
 * goes round in `cycle`, and `{from}` and `{to}` are the window, moved on by a minute.
 */
export interface DavRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
  cycle?: number;
  window?: { fromMs: number; toMs: number };
}

/** What a process of clients is asked for, and what it found. */
export interface Asked {
  origin: string;
  request: DavRequest;
  /** What counting begins with. */
  first: number;
  /** How many of them ask at the same time, each on a connection of its own that is kept. */
  clients: number;
  /** For how long new requests are begun. A request that takes longer is waited for. */
  durationMs: number;
}

export interface Found {
  requests: number;
  perSecond: number;
  /** How long each request took. */
  timesMs: number[];
  /** Of the last answer. */
  answer: string;
}

/** Runs as a process of its own, so that the clients' work is not the server's: each of them asks again as soon as it has its answer. */
process.on('message', (asked: Asked) => {
  load(asked).then(
    (found) => process.send?.(found),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});

async function load({ origin, request, first, clients, durationMs }: Asked): Promise<Found> {
  const patience = { headersTimeout: 600_000, bodyTimeout: 600_000 };
  const pool = new Pool(origin, { connections: clients, pipelining: 1, ...patience });
  const timesMs: number[] = [];
  let [next, answer] = [first, ''];
  const beganAt = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - beganAt < durationMs) {
      const askedAt = performance.now();
      answer = await ask(pool, request, next++);
      timesMs.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const tookMs = performance.now() - beganAt;
  await pool.close();
  return { requests: timesMs.length, perSecond: (timesMs.length / tookMs) * 1_000, timesMs, answer };
}

async function ask(pool: Pool, request: DavRequest, n: number): Promise<string> {
  const { method, path, headers, body } = request;
  const { statusCode, body: answer } = await pool.request({
    method: method,
    path: counted(path, request, n),
    headers,
    ...(body !== undefined && { body: counted(body, request, n) }),
  });
  const text = await answer.text();
  if (statusCode >= 300) throw new Error(`${method} ${path}: ${statusCode} ${text.slice(0, 500)}`);
  return text;
}

function counted(text: string, { cycle = 1, window }: DavRequest, n: number): string {
  const at = (ms = 0) => utc(ms + (n % 1_440) * 60_000);
  return text
    .replaceAll('{n}', String(n))
    .replaceAll('{k}', String(n % cycle))
    .replaceAll('{from}', at(window?.fromMs))
    .replaceAll('{to}', at(window?.toMs));
}
