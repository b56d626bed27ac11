import { afterAll, beforeAll, it } from 'vitest';
import { createWorld, type World } from '../support/world.ts';
import { writeHistory } from './history-file.ts';
import { LIVES } from './lives.ts';
import { MAILBOX_LIVES } from './mailbox-lives.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.stop());

it.concurrent.each(Object.entries(LIVES))('records %s', async (name, live) => {
  const script = await live(world);
  await script.handle.result();
  writeHistory(name, await script.handle.fetchHistory());
});

it.concurrent.each(Object.entries(MAILBOX_LIVES))('records %s', async (name, live) => {
  await live(world.databaseUrl, async (handle) => writeHistory(name, await handle.fetchHistory()));
});
