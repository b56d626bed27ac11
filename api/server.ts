import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import type { ApiDeps } from './deps.ts';

export interface RunningHttp {
  port: number;
  /** @param withinMs how long what is in flight may take; who does not read their answer holds nobody up for longer */
  stop(withinMs?: number): Promise<void>;
}

const IN_FLIGHT_MS = 10_000;
/** Of a connection that waits for its next request: longer than proxies keep theirs, or they would find it closed. */
export const IDLE_CONNECTION_MS = 75_000;

/**
 * The API and the pages over HTTP.
 *
 * @param at.port 0: any free one
 */
export async function startHttp(deps: ApiDeps, at: { host: string; port: number }): Promise<RunningHttp> {
  const handle = createApp(deps).callback();
  const server = createServer((request, response) => void handle(request, response));
  server.keepAliveTimeout = IDLE_CONNECTION_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop(withinMs = IN_FLIGHT_MS) {
      // Streams end only by themselves, and the server waits for what is open.
      await deps.roomStreams.stop();
      const late = setTimeout(() => server.closeAllConnections(), withinMs);
      await close(server);
      clearTimeout(late);
    },
  };
}

/** Takes nothing new, finishes what is in flight, and lets go of connections that wait for nothing. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
