import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  path: string;
}

/** What an event looks like to whoever verified it. */
export interface VerifiedEvent {
  type: string;
  timestamp: string;
  data: Record<string, unknown> & { meeting?: { id: string; revision: number; metadata: object } };
}

/** A backend on a real HTTP server, as its developer would write it with the library. */
export interface Receiver {
  url(path?: string): string;
  received: Received[];
  /** What it answers from now on; 204 at first. */
  answer(status: number, headers?: Record<string, string>): void;
  /** Answers by itself, or never. */
  answerWith(respond: (response: ServerResponse) => void): void;
  /** Of everything that came, in order. @throws when one is not signed with it */
  verified(secret: string): VerifiedEvent[];
  stop(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let respond: (response: ServerResponse) => void = (response) => void response.writeHead(204).end();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      received.push({ headers: request.headers, body, path: request.url ?? '' });
      respond(response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: (path = '/hook') => `http://127.0.0.1:${port}${path}`,
    received,
    answer(status, headers = {}) {
      respond = (response) => void response.writeHead(status, headers).end('some words of a server');
    },
    answerWith: (by) => void (respond = by),
    verified: (secret) => received.map((one) => verify(one, secret)),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const verify = ({ body, headers }: Received, secret: string): VerifiedEvent =>
  new Webhook(secret).verify(body, headers as Record<string, string>) as VerifiedEvent;
