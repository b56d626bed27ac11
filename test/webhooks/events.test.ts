import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { recordDelivery } from '../../adapters/postgres/outgoing-status.ts';
import { recordFailure, recordUnchanged } from '../../adapters/postgres/feeds/status.ts';
import { WEBHOOK_DATA } from '../../api/openapi/webhook-events.ts';
import type { WebhookEventType } from '../../domain/webhooks/event-types.ts';
import { MeetingScript } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';
import { addEndpoint, deliveriesTo } from './support/endpoints.ts';
import { insertFollowedFeed } from './support/followed-feed.ts';

let world: World;
let endpoint: { id: string };
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.stop());
beforeEach(async () => {
  await world.database('webhook_endpoints').delete();
  ({ endpoint } = await addEndpoint(world, 'https://backend.example.com/'));
});

/** What the endpoint is to be told, in order, each as /openapi.json describes it. */
async function told(): Promise<{ type: string; data: Record<string, unknown> }[]> {
  const ids = (await deliveriesTo(world, endpoint)).map(({ eventId }) => eventId);
  const rows = await world.database('webhook_events').whereIn('id', ids).select('id', 'type', 'data');
  for (const { type, data } of rows) WEBHOOK_DATA[type as WebhookEventType].parse(data);
  return ids.map(
    (id) => rows.find((row) => row.id === id) as unknown as { type: string; data: Record<string, unknown> },
  );
}
/** In any order. */
const types = async () => (await told()).map(({ type }) => type).sort();

it('answers, proposals, what was decided about them and the move that follows are told', async () => {
  const script = await MeetingScript.booked(world);
  await script.reply('guest', 'ACCEPTED');
  await script.until((state) => state.attendees[1]?.answer.partstat === 'ACCEPTED');
  const proposal = await script.propose('guest');
  await script.decide('approved', 'host', proposal);
  expect(await types()).toEqual([
    'meeting.answered',
    'meeting.booked',
    'meeting.moved',
    'proposal.decided',
    'proposal.made',
  ]);
  const events = await told();
  expect(events.find(({ type }) => type === 'meeting.answered')?.data).toMatchObject({
    attendee: { id: 'guest', role: 'guest' },
    partstat: 'ACCEPTED',
    meeting: { revision: 2 },
  });
  expect(events.find(({ type }) => type === 'proposal.decided')?.data).toMatchObject({
    proposal: { status: 'approved', decidedBy: 'host', proposedBy: { id: 'guest' } },
  });
});

it('a decline that cancels is both, of one revision', async () => {
  const script = await MeetingScript.booked(world);
  await script.reply('guest', 'DECLINED');
  await script.handle.result();
  const events = (await told()).slice(1);
  expect(events).toMatchObject([
    { type: 'meeting.answered', data: { partstat: 'DECLINED', meeting: { revision: 2 } } },
    {
      type: 'meeting.cancelled',
      data: { by: 'parley', cause: 'declined', meeting: { revision: 2, status: 'cancelled' } },
    },
  ]);
});

it('a room that is ready, who comes and goes, and its end are told', async () => {
  const script = await MeetingScript.booked(world, {
    startsInMs: 2_000,
    timings: { graceMs: 1 },
  });
  await script.until((state) => state.video.phase === 'ready');
  await script.presence('joined', 'ada@example.com');
  await script.until((state) => state.status === 'live');
  await script.presence('left', 'ada@example.com');
  await script.handle.result();
  const events = await told();
  expect(events.map(({ type }) => type)).toEqual([
    ...['meeting.booked', 'room.ready', 'participant.joined', 'participant.left', 'meeting.closed'],
  ]);
  expect(events[2]?.data).toMatchObject({ participantId: '(address hidden)', inside: 1 });
  expect(events[4]?.data).toMatchObject({ cause: 'over', meeting: { status: 'closed' } });
});

it('a mail that comes back is told once, with the metadata of its meeting', async () => {
  const script = await MeetingScript.booked(world);
  await script.mail('guest', 1);
  await world
    .database('meetings')
    .where({ id: script.meeting.id })
    .update({ metadata: { order: '4711' } });
  const { message_id: messageId } = (await world
    .database('outgoing_messages')
    .where({ meeting_id: script.meeting.id, attendee_id: 'guest' })
    .first('message_id'))!;
  const report = { messageId, event: 'bounced', at: new Date(), detail: null, door: 'api' } as const;
  await recordDelivery(world.database, world.tenant.id, report);
  await recordDelivery(world.database, world.tenant.id, report);
  const bounces = (await told()).filter(({ type }) => type === 'message.bounced');
  expect(bounces).toMatchObject([
    {
      data: {
        meeting: { id: script.meeting.id, metadata: { order: '4711' } },
        attendee: { id: 'guest', role: 'guest' },
        outcome: 'bounced',
        method: 'REQUEST',
      },
    },
  ]);
});

it('a feed that begins to fail, and one that can be read again, are each told once', async () => {
  const feed = await insertFollowedFeed(world);
  const facts = { atMs: Date.now(), tookMs: 1, httpStatus: null, bytes: null };
  await recordUnchanged(world.database, feed, facts);
  await recordFailure(world.database, feed, facts, 'timeout');
  await recordFailure(world.database, feed, facts, 'unreachable');
  await recordUnchanged(world.database, feed, facts);
  await recordUnchanged(world.database, feed, facts);
  expect(await told()).toEqual([
    {
      id: expect.any(String) as string,
      type: 'feed.failing',
      data: { roomId: feed.roomId, problem: 'timeout' },
    },
    { id: expect.any(String) as string, type: 'feed.recovered', data: { roomId: feed.roomId } },
  ]);
});
