import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import type { Knex } from 'knex';

/** A route without anything around it: one query by a primary key, and bytes that are there already. */
export async function startPeer(
  knex: Knex,
  bytes: Buffer,
  eventTypeId: string,
): Promise<{ url: string; stop(): Promise<void> }> {
  const app = new Koa();
  app.use(async (ctx) => {
    const { rows } = await knex.raw<{ rows: unknown[] }>('SELECT id, title FROM event_types WHERE id = ?', [
      eventTypeId,
    ]);
    ctx.status = rows.length === 1 ? 200 : 404;
    ctx.type = 'application/json';
    ctx.body = bytes;
  });
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
