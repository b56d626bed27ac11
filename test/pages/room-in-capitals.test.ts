import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertRoom } from './support/room-rows.ts';
import { startSite, type Site } from './support/site.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.stop());

async function answerOf(path: string) {
  const { status, headers } = await site.get(path);
  return { status, location: headers.get('location') };
}

it('a room’s address in capitals leads to the room’s, with its query, and says nothing of whether there is the room', async () => {
  const room = await insertRoom(site.knex, site.tenantId);
  for (const name of [room.name, 'nobody-here']) {
    const capital = name.replace(/[a-z]/, (letter) => letter.toUpperCase());
    for (const written of [name.toUpperCase(), capital]) {
      const query = '?name=Ada%20L&zone=Asia%2FTokyo';
      expect(await answerOf(`/room/${written}${query}`)).toEqual({
        status: 308,
        location: `/room/${name}${query}`,
      });
    }
  }
  const followed = await site.get(`/room/${room.name.toUpperCase()}`, { redirect: 'follow' });
  expect({ status: followed.status, path: new URL(followed.url).pathname }).toEqual({
    status: 200,
    path: `/room/${room.name}`,
  });
});

it('what is no room’s name in small letters either leads nowhere', async () => {
  const { id } = await insertRoom(site.knex, site.tenantId);
  for (const name of ['%2F%2FEVIL.EXAMPLE', 'K%0D%0ALocation:x', id.toUpperCase(), '%C4%B0STANBUL', '-MAX'])
    expect(await answerOf(`/room/${name}`)).toEqual({ status: 404, location: null });
});
