import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

export interface FeedServer {
  port: number;
  /** With the host that it listens on. */
  url(path?: string): string;
  /** How to answer a path; any other is not found. May be changed at any time. */
  answers: Map<string, RequestListener>;
  /** The requests that came, as `GET /path`. */
  requests: string[];
  /** Sockets that were opened. */
  connections: number;
  stop(): Promise<void>;
}

export interface FeedServerOptions {
  host?: string;
  port?: number;
  /** PEM; http when absent. */
  tls?: { key: string; cert: string };
}

/** Answers with a calendar, whatever is asked. */
export const calendarAnswer =
  (text: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(200, { 'Content-Type': 'text/calendar; charset=utf-8' }).end(text);

/** A real server that answers as it is told, and counts who comes. */
export async function startFeedServer(options: FeedServerOptions = {}): Promise<FeedServer> {
  const { host = '127.0.0.1', tls } = options;
  const answers = new Map<string, RequestListener>();
  const requests: string[] = [];
  const answer: RequestListener = (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const [path = '/'] = (request.url ?? '/').split('?');
    const found = answers.get(path);
    if (found) found(request, response);
    else response.writeHead(404).end();
  };
  const server: Server = tls ? createTlsServer(tls, answer) : createServer(answer);
  const sockets = new Set<Socket>();
  const started: FeedServer = {
    port: 0,
    url: (path = '/') => `${tls ? 'https' : 'http'}://${hostInUrl(host)}:${started.port}${path}`,
    answers,
    requests,
    connections: 0,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  server.on('connection', (socket) => {
    started.connections += 1;
    sockets.add(socket);
    // A client that goes away in the middle is what these tests are about.
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.listen(options.port ?? 0, host);
  await once(server, 'listening');
  started.port = (server.address() as AddressInfo).port;
  return started;
}

const hostInUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);
