import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { GUEST, HOST, type TestMeeting } from '../pages/support/rows.ts';
import type { Caller } from './support/caller.ts';
import { hourIn, newGuest, newHost, newRoom } from './support/people.ts';
import type { RecordedApi } from './support/served-api.ts';
import { withMeeting } from './support/with-meeting.ts';

let api: RecordedApi;
let caller: Caller;
let meeting: TestMeeting;
withMeeting((given) => ({ api, caller, meeting } = given));

const CREATE = '/api/practice-room/create';
const zoneless = { ...hourIn(72), startUtc: '2030-05-17T14:00:00' };
const backwards = { startUtc: hourIn(73).startUtc, endUtc: hourIn(72).startUtc };
const mailbox = 'Scheduling@Parley.Test';

describe('a room is not made', () => {
  it.each<[string, unknown, number, string]>([
    ['of no JSON', '{"title": ', 400, 'invalid-json'],
    ['of nothing', '', 422, 'invalid-body'],
    ['with __proto__', '{"title": "x", "__proto__": {}}', 422, 'invalid-body'],
    ['with __proto__ inside', '{"host": {"\\u005f_proto__": "x"}}', 422, 'invalid-body'],
    ['of JSON that is no object', '[1]', 422, 'invalid-body'],
    ['of an empty object', {}, 422, 'invalid-body'],
    ['with a date without a zone', newRoom(zoneless), 422, 'invalid-body'],
    ['with a date that does not exist', newRoom({ endUtc: '2030-02-30T10:00:00Z' }), 422, 'invalid-body'],
    ['with a date that is a number', newRoom({ startUtc: 1_900_000_000_000 }), 422, 'invalid-body'],
    ['with an end before its start', newRoom(backwards), 422, 'time-empty'],
    ['of no length', newRoom({ startUtc: hourIn(72).endUtc, endUtc: hourIn(72).endUtc }), 422, 'time-empty'],
    ['in the past', newRoom(hourIn(-2)), 422, 'time-past'],
    ['of eight days', newRoom({ ...hourIn(72), endUtc: hourIn(72 + 192).endUtc }), 422, 'time-too-long'],
    ['with a title of blanks', newRoom({ title: '   ' }), 422, 'invalid-body'],
    ['with a title of 201 characters', newRoom({ title: 'x'.repeat(201) }), 422, 'invalid-body'],
    ['with a megabyte of title', newRoom({ title: 'x'.repeat(1024 * 1024) }), 413, 'too-large'],
    ['with NUL in its title', newRoom({ title: 'a\0b' }), 422, 'invalid-body'],
    ['with half a character in its title', newRoom({ title: 'a\ud800' }), 422, 'invalid-body'],
    ['with an unknown field', newRoom({ color: 'red' }), 422, 'unknown-field'],
    ['with an unknown field inside', newRoom({ host: { ...newHost(), phone: '1' } }), 422, 'unknown-field'],
    ['with an address that is none', newRoom({ host: { email: 'nobody' } }), 422, 'invalid-body'],
    ['with a zone that is none', newRoom({ host: { ...newHost(), timezone: 'CET+1' } }), 422, 'invalid-body'],
    ['with a policy that is none', newRoom({ policy: 'lax' }), 422, 'invalid-body'],
    ['with a reminder at the start', newRoom({ reminders: { mailMinutesBefore: [0] } }), 422, 'invalid-body'],
    ['with an expiry of nought', newRoom({ proposalExpiryHours: 0 }), 422, 'invalid-body'],
    ['for the organizer mailbox', newRoom({ host: { email: mailbox } }), 422, 'attendee-is-organizer'],
  ])('%s', async (_name, body, status, code) => {
    const before = await roomCount();
    const answer = await caller.post(CREATE, body);
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
    expect(answer.json).toMatchObject({ status, code });
    expect(answer.status).toBe(status);
    expect(await roomCount()).toBe(before);
  });

  it('of another content type, or compressed', async () => {
    for (const headers of [
      { 'Content-Type': 'text/plain' },
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      { 'Content-Encoding': 'gzip' },
    ]) {
      const answer = await caller.post(CREATE, newRoom(), headers);
      expect(answer.json).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    }
  });

  it('and the answer says of each field in words what is wanted', async () => {
    const body = { title: 'x'.repeat(201), startUtc: 'soon', host: { email: 5, name: null }, policy: 'lax' };
    const { json } = await caller.post(CREATE, body);
    const problems = {
      title: 'must have at most 200 characters, not 201',
      startUtc: 'must be ISO 8601 with "Z" or an offset, for example 2030-05-17T14:00:00Z',
      endUtc: 'is missing',
      'host.email': 'must be text, not a number',
      'host.name': 'must be text, not null',
      policy: 'must be one of strict, soft',
    };
    const said = Object.entries(problems).map(([path, message]) => ({ path, message }));
    expect(json.problems).toEqual(said);
    expect(json).toMatchObject({ detail: said.map(({ path, message }) => `${path}: ${message}`).join('; ') });
    const list = await caller.post(CREATE, [1]);
    expect(list.json).toMatchObject({ detail: 'The body must be an object, not a list' });
  });

  it('and the answer names every field at once', async () => {
    const { json } = await caller.post(CREATE, newRoom({ title: '', startUtc: 'soon', host: {} }));
    const paths = (json as { problems: { path: string }[] }).problems.map((problem) => problem.path);
    expect(new Set(paths)).toEqual(new Set(['host.email', 'startUtc', 'title']));
  });
});

describe('a room is not booked', () => {
  const book = (extra: Record<string, unknown>) =>
    caller.post('/api/practice-room/book', { roomId: meeting.meetingId, guest: newGuest(), ...extra });

  it.each<[string, () => Record<string, unknown>, number, string]>([
    ['by its host', () => ({ guest: { email: HOST.email } }), 422, 'guest-is-host'],
    ['by its host in capitals', () => ({ guest: { email: HOST.email.toUpperCase() } }), 422, 'guest-is-host'],
    ['by the organizer mailbox', () => ({ guest: { email: mailbox } }), 422, 'attendee-is-organizer'],
    ['that is not known', () => ({ roomId: randomUUID() }), 404, 'not-found'],
    ['with an id that is none', () => ({ roomId: "1' OR '1'='1" }), 404, 'not-found'],
    ['with a NUL in the id', () => ({ roomId: 'a\0' }), 404, 'not-found'],
    ['with an id of 101 characters', () => ({ roomId: 'a'.repeat(101) }), 422, 'invalid-body'],
    ['with an unknown field', () => ({ sequence: 3 }), 422, 'unknown-field'],
    ['without a guest', () => ({ guest: undefined }), 422, 'invalid-body'],
  ])('%s', async (_name, extra, status, code) => {
    expect((await book(extra())).json).toMatchObject({ status, code });
    expect(api.meetings.calls.filter((call) => call.uid === meeting.uid)).toEqual([]);
  });
});

describe('a calendar message is not brought about', () => {
  const request = (extra: Record<string, unknown>) => ({
    uid: meeting.uid,
    attendeeEmail: GUEST.email,
    sequence: 0,
    ...hourIn(72),
    ...extra,
  });

  it.each<[string, string, Record<string, unknown>, number, string]>([
    ['of an unknown UID', 'send-invite', { uid: 'nobody@parley.test' }, 404, 'not-found'],
    ['of a UID with NUL', 'send-invite', { uid: 'a\0b' }, 404, 'not-found'],
    ['to a stranger', 'send-invite', { attendeeEmail: 'eve@example.net' }, 404, 'unknown-attendee'],
    ['of a SEQUENCE that is not its', 'send-invite', { sequence: 7 }, 409, 'sequence-mismatch'],
    ['of another time', 'send-invite', hourIn(80), 409, 'time-mismatch'],
    ['two SEQUENCEs ahead', 'send-update', { sequence: 2, ...hourIn(80) }, 409, 'sequence-mismatch'],
    ['of a negative SEQUENCE', 'send-update', { sequence: -1 }, 422, 'invalid-body'],
    ['of a SEQUENCE beyond 31 bits', 'send-update', { sequence: 2 ** 31 }, 422, 'invalid-body'],
    ['of a half SEQUENCE', 'send-update', { sequence: 0.5 }, 422, 'invalid-body'],
    ['with a date without a zone', 'send-update', { startUtc: '2030-01-01T00:00' }, 422, 'invalid-body'],
  ])('%s', async (_name, call, extra, status, code) => {
    expect((await caller.post(`/api/ics/${call}`, request(extra))).json).toMatchObject({ status, code });
  });
});

describe('elsewhere', () => {
  it('an address that exists with another method is 405, one that does not is 404', async () => {
    const wrong = await caller.send(CREATE, { method: 'DELETE', headers: caller.authorization });
    expect(wrong.json).toMatchObject({ status: 405, code: 'method-not-allowed' });
    expect(wrong.headers.get('Allow')).toContain('POST');
    expect((await caller.get('/api/nowhere')).json).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('a room is not shown for an id that is none', async () => {
    for (const id of ['x', '1%00', randomUUID(), '%2e%2e%2f']) {
      expect((await caller.get(`/api/practice-room/${id}`)).status).toBe(404);
    }
    expect((await caller.get('/api/practice-room/%')).status).toBeLessThan(500);
  });

  it.each<[string, Record<string, unknown>, number, string]>([
    ['an unknown token', {}, 404, 'link-unknown'],
    ['a token that is no text', { token: 5 }, 422, 'invalid-body'],
    ['a note of 2001 characters', { note: 'x'.repeat(2001) }, 422, 'invalid-body'],
    ['half a character in its note', { note: 'a\udc00b' }, 422, 'invalid-body'],
    ['a date without a zone', { proposedStartUtc: '2030-01-01T00:00:00' }, 422, 'invalid-body'],
  ])('a proposal with %s is refused', async (_name, extra, status, code) => {
    const { startUtc: proposedStartUtc, endUtc: proposedEndUtc } = hourIn(90);
    const body = { token: 'unknown', proposedStartUtc, proposedEndUtc, ...extra };
    expect((await caller.post('/api/reschedule/propose', body)).json).toMatchObject({ status, code });
  });

  it('delivery reports that say nothing are refused', async () => {
    for (const body of [{}, { events: [] }, { events: [{ messageId: 'a', event: 'lost', at: 'now' }] }]) {
      const answer = await caller.post('/api/hooks/email-status', body);
      expect(answer.json).toMatchObject({ status: 422, code: 'invalid-body' });
    }
  });
});

const roomCount = async (): Promise<number> =>
  (await api.knex('meetings').count<{ n: number }[]>('* as n').first())!.n;
