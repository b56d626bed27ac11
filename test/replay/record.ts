import { afterAll, beforeAll, it } from 'vitest';
import { createWorld, type World } from '../support/world.ts';
import { writeHistory } from './history-file.ts';
import { LIVES } from './lives.ts';

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
