import type { Partstat } from '../../../domain/ical/partstat.ts';
import { DAY, HOUR, insertLink, insertMeeting, insertProposal } from './rows.ts';
import { bookingPages } from './booking-pages.ts';
import { insertHeldAnswer } from './held.ts';
import { insertInRoom, insertRoom } from './room-rows.ts';
import { NOW, type Site } from './site.ts';

const START = NOW + 6 * DAY;
const MINUTE = HOUR / 60;
const EXPIRES = NOW + 48 * HOUR;
const NOTE = 'My train arrives an hour later than planned.\nWould Friday work for you instead? Thank you!';
const COUNTER = { type: 'proposed', startMs: START, endMs: START + HOUR, note: '' };

/** The address of each page in each of its states, by the name of its picture. */
export async function everyPage(site: Site): Promise<Record<string, string>> {
  const { knex, tenantId } = site;
  const meeting = () => insertMeeting(knex, { tenantId, startMs: START });
  const propose = async (extra: Partial<Parameters<typeof insertLink>[2]> = {}) => {
    const m = await meeting();
    return insertLink(knex, m, { purpose: 'propose', role: 'guest', expiresMs: START, ...extra });
  };
  const answering = async (partstat: Partstat, status: 'scheduled' | 'cancelled' = 'scheduled') => {
    const m = await insertMeeting(knex, { tenantId, startMs: START, status });
    const own = knex('invitations').where({ meeting_id: m.meetingId, attendee_id: 'guest' });
    await own.update({ last_partstat: partstat });
    return insertLink(knex, m, { purpose: 'answer', role: 'guest', expiresMs: START });
  };
  const decide = async (
    purpose: 'approve' | 'decline',
    proposal: Partial<Parameters<typeof insertProposal>[2]> = {},
  ) => {
    const m = await meeting();
    const proposalId = await insertProposal(knex, m, {
      startMs: START + DAY + HOUR / 2,
      expiresMs: EXPIRES,
      note: NOTE,
      ...proposal,
    });
    return insertLink(knex, m, { purpose, role: 'host', expiresMs: EXPIRES, proposalId });
  };
  const waiting = async () => {
    const m = await meeting();
    const made = await insertProposal(knex, m, { startMs: START + DAY, expiresMs: EXPIRES, note: NOTE });
    return insertLink(knex, m, {
      purpose: 'propose',
      role: 'guest',
      expiresMs: START,
      usedMs: NOW,
      madeProposalId: made,
    });
  };
  const room = async (options: Partial<Parameters<typeof insertMeeting>[1]>) =>
    (await insertMeeting(knex, { tenantId, startMs: NOW + HOUR, ...options })).meetingId;
  const waitingToken = await waiting();
  const busy = await insertRoom(knex, tenantId);
  const live = await insertInRoom(knex, busy, {
    startMs: NOW - 12 * MINUTE,
    status: 'live',
    title: 'Weekly planning of everybody, with a title that is rather long',
    videoUrl: 'https://meet.jit.si/parley-a',
    inside: { ada: 'Ada', grace: 'Grace', nobody: null },
  });
  const early = await insertInRoom(knex, busy, { startMs: NOW + 12 * MINUTE, title: 'Interview' });
  const cancelled = await insertInRoom(knex, busy, { startMs: NOW + 5 * MINUTE, status: 'cancelled' });
  const quiet = await insertRoom(knex, tenantId);
  return {
    home: '/',
    docs: '/docs#createMeeting',
    'operator-sign-in': '/operator/sign-in',
    'answer-accept': `/answer?t=${await answering('NEEDS-ACTION')}&as=accepted`,
    'answer-decline': `/answer?t=${await answering('ACCEPTED')}&as=declined`,
    'answer-given': `/answer?t=${await answering('TENTATIVE')}&as=tentative`,
    'answer-cancel': `/answer/cancel?t=${await answering('ACCEPTED')}`,
    'answer-cancelled': `/answer?t=${await answering('DECLINED', 'cancelled')}&as=declined`,
    'reschedule-form': `/reschedule?r=${await propose()}`,
    'reschedule-waiting': `/reschedule?r=${waitingToken}`,
    'reschedule-change': `/reschedule?r=${waitingToken}&edit=1`,
    'approve-question': `/approve?t=${await decide('approve')}`,
    'decline-question': `/decline?t=${await decide('decline')}`,
    'approve-done': `/approve?t=${await decide('approve', { status: 'approved', decidedBy: 'host', decisionMs: NOW })}`,
    'decline-done': `/decline?t=${await decide('decline', { status: 'declined', decidedBy: 'host', decisionMs: NOW })}`,
    'approve-expired': `/approve?t=${await decide('approve', { status: 'expired', decidedBy: 'parley', decisionMs: EXPIRES })}`,
    'confirm-question': `/confirm?c=${(await insertHeldAnswer(site)).token}`,
    'confirm-counter': `/confirm?c=${(await insertHeldAnswer(site, { event: COUNTER })).token}`,
    'link-expired': `/reschedule?r=${await propose({ expiresMs: NOW - 1 })}`,
    'link-unknown': '/approve?t=unknown',
    'link-renewed': '/links/renewed',
    'join-early': `/join/${await room({})}`,
    'join-ready': `/join/${await room({ status: 'live', startMs: NOW, videoUrl: 'https://meet.example/a' })}`,
    'join-over': `/join/${await room({ status: 'closed', startMs: NOW - 5 * HOUR })}`,
    'room-busy': `/room/${busy.name}`,
    'room-quiet': `/room/${quiet.name}`,
    'room-waiting': `/room/${busy.name}/waiting/${early.id}`,
    'room-moved': `/room/${busy.name}/waiting/${early.id}?start=${new Date(NOW + 5 * MINUTE).toISOString()}`,
    'room-ready': `/room/${busy.name}/waiting/${live.id}`,
    'room-cancelled': `/room/${busy.name}/waiting/${cancelled.id}`,
    ...(await bookingPages(site)),
    'not-found': '/nowhere',
    'room-missing': '/room/nowhere',
    'meeting-missing': '/join/nowhere',
  };
}
