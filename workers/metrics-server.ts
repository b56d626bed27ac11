import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';

export interface MetricsServer {
  port: number;
  stop(): Promise<void>;
}

/**
 * Shows a worker's own metrics at `/metrics`.
 *
 * @param at.port 0: any free one
 */
export async function startMetricsServer(
  registry: Registry,
  at: { host: string; port: number },
  log: Logger,
): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    const wanted = request.url === '/metrics' && request.method === 'GET';
    if (!wanted) return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      (error: unknown) => {
        log.warn({ err: error }, 'the metrics could not be read');
        response.writeHead(500).end();
      },
    );
  });
  server.listen(at.port, at.host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
