import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOUR, MeetingScript } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.stop());

// What no table can keep would be tried again for ever, and the meeting would hear of nothing else.
it.each([
  ['NUL', 'a\0b'],
  ['half a surrogate pair', 'a\ud83db'],
])('%s in a note does not stop a meeting: it is told of the new time, and goes on', async (_, note) => {
  const script = await MeetingScript.booked(world);
  await script.propose('guest', { note });
  expect((await script.mail('host', 2)).at(-1)?.raw).toContain('Subject');
  const row = await world
    .database('pending_proposals')
    .where({ meeting_id: script.meeting.id })
    .first('note');
  expect(row?.note).toMatch(/^a[ \ufffd]b$/);
  expect(await script.cancel()).toMatchObject({ status: 'cancelled' });
});

it('NUL in what a COUNTER says, and in the reason of a cancellation, does not, either', async () => {
  const script = await MeetingScript.booked(world);
  const startMs = script.meeting.startMs + 24 * HOUR;
  const proposalId = randomUUID();
  const counter = { type: 'proposed', key: `counter/${proposalId}`, door: 'mail', proposalId } as const;
  const time = { startMs, endMs: startMs + HOUR };
  const told = { ...counter, ...time, attendeeId: 'guest', note: 'a\0b', sequence: 0, linkId: null } as const;
  await world.meetings.tell(script.meeting.uid, told);
  await script.until((state) => state.proposals.length === 1);
  expect(await script.cancel('because\0')).toMatchObject({ status: 'cancelled' });
});
