import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { createJitsiRooms } from '../../../adapters/video/jitsi.ts';
import { createRoomNames } from '../../../adapters/video/room-names.ts';

const names = (fill: number) => createRoomNames(Buffer.alloc(32, fill).toString('base64'));

it('a meeting’s room is not called by the id in its links, and the same each time', async () => {
  const meetingId = randomUUID();
  const open = (fill: number) =>
    createJitsiRooms(names(fill), 'https://video.test').open({ meetingId, endMs: 0 } as never);
  const { url } = await open(1);
  expect(url).toMatch(/^https:\/\/video\.test\/parley-[0-9a-f]{32}$/);
  for (const piece of meetingId.split('-').filter((text) => text.length > 4))
    expect(url).not.toContain(piece);
  expect(await open(1)).toEqual({ url });
  expect(await open(2)).not.toEqual({ url });
  expect(names(1)(randomUUID())).not.toBe(names(1)(meetingId));
});
