import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { calendarAnswer, startFeedServer } from '../../support/feed-server.ts';

/** One calendar on a real HTTP server, which may change. */
export interface ChangingFeed {
  url: string;
  /** What it serves; with validators unless told otherwise. */
  serve(text: string, options?: { validators?: boolean }): void;
  /** What it answers instead. */
  fail(status: number): void;
  /** Of each request, its headers. */
  requests: IncomingHttpHeaders[];
  stop(): Promise<void>;
}

const PATH = '/private-token/basic.ics';

export async function startChangingFeed(): Promise<ChangingFeed> {
  const server = await startFeedServer();
  const requests: IncomingHttpHeaders[] = [];
  let answer = { text: '', status: 200, validators: true };
  server.answers.set(PATH, (request, response) => {
    requests.push(request.headers);
    const { text, status, validators } = answer;
    const etag = `"${createHash('sha256').update(text).digest('hex')}"`;
    if (status !== 200) return void response.writeHead(status).end();
    if (validators) {
      response.setHeader('ETag', etag);
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    }
    calendarAnswer(text)(request, response);
  });
  return {
    url: server.url(PATH),
    requests,
    serve: (text, { validators = true } = {}) => (answer = { text, status: 200, validators }),
    fail: (status) => (answer = { ...answer, status }),
    stop: () => server.stop(),
  };
}
