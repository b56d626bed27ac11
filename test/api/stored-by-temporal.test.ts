import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { meetingWorkflowId } from '../../workflows/meeting/messages.ts';
import { HOUR, newGuest, newRoom } from './support/people.ts';
import { startWholeApi, type WholeApi } from './support/served-api.ts';

let api: WholeApi;
beforeAll(async () => {
  api = await startWholeApi();
});
afterAll(() => api?.stop());

/** Everything that the server keeps of a meeting, its payloads as text. */
async function historyOf(uid: string): Promise<string> {
  const { events } = await api.world.client.workflow.getHandle(meetingWorkflowId(uid)).fetchHistory();
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString('utf8'));
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    else if (typeof value === 'string') texts.push(value);
  };
  collect(events);
  return texts.join('\n').toLowerCase();
}

it('no address reaches Temporal in what people and backends write: titles, notes, reasons', async () => {
  const caller = await api.caller();
  const room = newRoom();
  const guest = newGuest();
  const both = `${room.host.email} and <${guest.email.toUpperCase()}>`;
  const made = await caller.post('/api/practice-room/create', { ...room, title: `Practice of ${both}` });
  const { roomId, uid } = made.json;
  await caller.post('/api/practice-room/book', { roomId, guest });
  const startMs = Date.now() + 90 * HOUR;
  const times = { startMs, endMs: startMs + HOUR, sequence: null, linkId: null };
  const note = `Write to ${both}, or to somebody.else@example.net`;
  const proposal = { attendeeId: 'guest', proposalId: randomUUID(), note, ...times } as const;
  await api.world.meetings.update(uid, { type: 'proposed', key: 'by-link', door: 'link', ...proposal });
  await api.world.meetings.tell(uid, {
    ...{ type: 'proposed', key: 'by-mail', door: 'mail', ...proposal },
    proposalId: randomUUID(),
  });
  const reason = `Ask ${both}; or our desk, help@example.com`;
  expect((await caller.post('/api/practice-room/delete', { roomId, reason })).status).toBe(200);

  const stored = await historyOf(uid);
  expect(stored).toContain('write to');
  expect(stored).toContain('help@example.com');
  for (const address of [room.host.email, guest.email, 'somebody.else@example.net'])
    expect(stored).not.toContain(address.toLowerCase());
});
