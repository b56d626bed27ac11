import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A real HTTP server with one calendar, which may change. */
export interface FeedServer {
  url: string;
  /** What it serves; with validators unless told otherwise. */
  serve(text: string, options?: { validators?: boolean }): void;
  /** What it answers instead. */
  fail(status: number): void;
  /** Of each request, its headers. */
  requests: IncomingHttpHeaders[];
  stop(): Promise<void>;
}

export async function startFeedServer(): Promise<FeedServer> {
  let answer = { text: '', status: 200, validators: true };
  const requests: IncomingHttpHeaders[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request.headers);
    const { text, status, validators } = answer;
    const etag = `"${createHash('sha256').update(text).digest('hex')}"`;
    if (status !== 200) return void response.writeHead(status).end();
    if (validators) {
      response.setHeader('ETag', etag);
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    }
    response.writeHead(200, { 'Content-Type': 'text/calendar; charset=utf-8' }).end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/private-token/basic.ics`,
    requests,
    serve: (text, { validators = true } = {}) => (answer = { text, status: 200, validators }),
    fail: (status) => (answer = { ...answer, status }),
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
