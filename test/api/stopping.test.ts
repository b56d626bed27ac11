import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startHttp } from '../../api/server.ts';
import { startRecordedApi } from './support/served-api.ts';

it('who never finishes their request does not keep the API from stopping', async () => {
  const api = await startRecordedApi();
  const http = await startHttp(api.deps, { host: '127.0.0.1', port: 0 });
  const socket = connect(http.port, '127.0.0.1');
  const closed = once(socket, 'close');
  socket.write(
    'POST /api/meetings HTTP/1.1\r\nHost: parley.test\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n',
  );
  await once(socket, 'data');
  await http.stop(100);
  await closed;
  await expect(fetch(`http://127.0.0.1:${http.port}/healthz`)).rejects.toThrow();
  await api.stop();
});

it('a connection is kept for longer than the minute that proxies keep theirs', async () => {
  const api = await startRecordedApi();
  const http = await startHttp(api.deps, { host: '127.0.0.1', port: 0 });
  const { headers } = await fetch(`http://127.0.0.1:${http.port}/healthz`);
  const [, seconds] = /timeout=(\d+)/.exec(headers.get('keep-alive') ?? '') ?? [];
  expect(Number(seconds)).toBeGreaterThan(60);
  await http.stop();
  await api.stop();
});
