import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { meetingWorkflowId } from '../../workflows/meeting/messages.ts';
import { foundBy } from '../support/found.ts';
import { at, calendar, event } from './support/calendar.ts';
import { createFeedWorld, type FeedWorld, type FollowingRoom } from './support/feed-world.ts';

let world: FeedWorld;
beforeAll(async () => {
  world = await createFeedWorld();
});
afterAll(() => world?.stop());

/** The calendar has one event, of this title, and is followed. */
async function say(room: FollowingRoom, title: string): Promise<void> {
  const said = event(room, 'a', ...at(2), `SUMMARY:${title}`).replace('SUMMARY:Meeting a\r\n', '');
  world.server.serve(calendar(said));
  expect(await world.sync(room)).toMatchObject({ result: 'changed' });
}
const find = (attributes: Record<string, string>, count?: number) => foundBy(world.client, attributes, count);

async function workflowIn(room: FollowingRoom): Promise<string> {
  const { ics_uid: uid } = (await world.database('meetings').where({ room_id: room.id }).first())!;
  return meetingWorkflowId(uid);
}

it('a meeting of a room’s calendar is found by the room’s name and by its title, which is followed when it changes', async () => {
  const room = await world.room();
  const [before, after] = [`Retro ${randomUUID()}`, `Review ${randomUUID()}`];
  await say(room, before);
  const ids = [await workflowIn(room)];
  expect(await find({ RoomName: room.name })).toEqual(ids);
  expect(await find({ MeetingTitle: before, MeetingStatus: 'scheduled' })).toEqual(ids);

  await say(room, after);
  expect(await find({ MeetingTitle: after })).toEqual(ids);
  expect(await find({ MeetingTitle: before }, 0)).toEqual([]);
  expect(await find({ RoomName: room.name, MeetingTitle: after })).toEqual(ids);
  expect(await find({ RoomName: after }, 0)).toEqual([]);
});

it('an address in a title is not searched for, neither in the first one nor in a later one', async () => {
  const room = await world.room();
  const mark = randomUUID();
  for (const word of ['First', 'Then']) {
    await say(room, `${word} ${mark} with ann@example.com`);
    const ids = [await workflowIn(room)];
    expect(await find({ MeetingTitle: `${word} ${mark} with (address hidden)` })).toEqual(ids);
    const { typedSearchAttributes } = await world.client.workflow.getHandle(ids[0]!).describe();
    expect(JSON.stringify(typedSearchAttributes)).not.toContain('@example');
  }
});
