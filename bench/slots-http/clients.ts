import { Pool } from 'undici';

/** What a process of clients is asked for, and what it found. */
export interface Asked {
  url: string;
  path: string;
  clients: number;
  durationMs: number;
}

export interface Found {
  perSecond: number;
  /** How long each request took. */
  timesMs: number[];
}

/** Runs as a process of its own, so that the clients' work is not the server's: each of them asks again as soon as it has its answer. */
process.on('message', (asked: Asked) => {
  void load(asked).then((found) => process.send?.(found));
});

async function load({ url, path, clients, durationMs }: Asked): Promise<Found> {
  const pool = new Pool(url, { connections: clients, pipelining: 1 });
  const timesMs: number[] = [];
  const beganAt = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - beganAt < durationMs) {
      const askedAt = performance.now();
      const { statusCode, body } = await pool.request({ path, method: 'GET' });
      for await (const chunk of body) void chunk;
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
      timesMs.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const tookMs = performance.now() - beganAt;
  await pool.close();
  return { perSecond: (timesMs.length / tookMs) * 1_000, timesMs };
}
