import { setTimeout as wait } from 'node:timers/promises';
import { Difference, same } from './difference.ts';
import { lettersOf, linkIn, type Letter } from './mailboxes.ts';
import { answer, call, look, open, press } from './people.ts';
import type { Stage } from './stage.ts';

const HOUR_MS = 3_600_000;
const HOST = 'hanna@host.example';
const GUEST = 'gus@guest.example';
const TITLE = 'Conversation practice';

/**
 * The whole story, through the real doors. Each step says what happened once it was checked.
 *
 * @throws Difference at the first thing that is not as it should be
 */
export async function playStory(stage: Stage, tell: (sentence: string) => void): Promise<void> {
  const organizer = stage.config.firstTenant.organizerEmail;
  const host = (count: number) => lettersOf(stage.url, { address: HOST, others: [GUEST], organizer }, count);
  const guest = (count: number) => lettersOf(stage.url, { address: GUEST, others: [HOST], organizer }, count);
  const startMs = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 72 * HOUR_MS;
  const newStartMs = startMs + 24 * HOUR_MS;
  const iso = (ms: number): string => new Date(ms).toISOString();
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'Europe/Berlin' });
  const on = (ms: number): string => `${TITLE}, ${day.format(ms)}`;

  const room = await call(
    stage,
    '/api/practice-room/create',
    {
      title: TITLE,
      startUtc: iso(startMs),
      endUtc: iso(startMs + HOUR_MS),
      host: { email: HOST, name: 'Hanna', timezone: 'Europe/Berlin' },
    },
    201,
  );
  const roomId = String(room.roomId);
  const guestPerson = { email: GUEST, name: 'Gus', timezone: 'America/New_York' };
  const booked = await call(stage, '/api/practice-room/book', { roomId, guest: guestPerson }, 200);
  same('the booking', [booked.status, booked.sequence], ['scheduled', 0]);
  const uid = String(booked.uid);
  const expectCalendar = (
    letter: Letter | undefined,
    method: string,
    sequence: number,
    atMs: number,
  ): void => {
    const status = method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED';
    same(`the ${method}`, letter?.calendar, { method, uid, sequence, status, startMs: atMs });
  };
  const both = async (
    counts: [number, number],
    check: (letter: Letter | undefined) => void,
  ): Promise<void> => {
    check((await host(counts[0])).at(-1));
    check((await guest(counts[1])).at(-1));
  };

  await both([1, 1], (letter) => expectCalendar(letter, 'REQUEST', 0, startMs));
  tell('The backend booked a meeting. Host and guest each got an invitation of their own, SEQUENCE 0.');

  await answer(stage, HOST, (await host(1))[0]!, 'ACCEPTED');
  await answer(stage, GUEST, (await guest(1))[0]!, 'ACCEPTED');
  await until(stage, roomId, 'both answers', (view) => JSON.stringify(view).split('"ACCEPTED"').length === 3);
  tell('Both accepted in their calendar programs; the answers came in by SMTP.');

  const proposeLink = linkIn((await guest(1))[0]!, 'reschedule');
  await open(proposeLink);
  const token = new URL(proposeLink).searchParams.get('r');
  const times = { proposedStartUtc: iso(newStartMs), proposedEndUtc: iso(newStartMs + HOUR_MS) };
  await call(stage, '/api/reschedule/propose', { token, ...times, note: 'A day later?' }, 201);
  const request = (await host(2))[1]!;
  same('the subject', request.subject, `Approve new time for Practice Session? ${on(newStartMs)}`);
  same('the note', request.text.includes('A day later?'), true);
  tell(
    'The guest asked for a time a day later, by the link in the invitation. The host got a mail with two links.',
  );

  const approveLink = linkIn(request, 'approve');
  await open(approveLink);
  same('the SEQUENCE after the link was only opened', (await look(stage, roomId)).sequence, 0);
  tell('Opening the approval link changed nothing, as when a mail scanner opens it.');

  await press(approveLink);
  await both([3, 2], (letter) => expectCalendar(letter, 'REQUEST', 1, newStartMs));
  tell('The host pressed the button. Both got the same event at its new time, SEQUENCE 1.');

  await answer(stage, GUEST, (await guest(2))[1]!, 'DECLINED');
  await both([4, 3], (letter) => expectCalendar(letter, 'CANCEL', 2, newStartMs));
  same('the status', (await look(stage, roomId)).status, 'cancelled');
  tell('The guest declined. Both got a CANCEL, SEQUENCE 2, and the room is closed.');

  same(
    'the host’s subjects',
    (await host(4)).map((letter) => letter.subject),
    [
      `Practice Session — Invitation: ${on(startMs)}`,
      `Approve new time for Practice Session? ${on(newStartMs)}`,
      `Practice Session — Updated Time: ${on(newStartMs)}`,
      `Practice Session — Cancelled: ${on(newStartMs)}`,
    ],
  );
  await guest(3);
  tell('Nothing else arrived, and no byte that one of them got held the other’s address.');
}

async function until(
  stage: Stage,
  roomId: string,
  what: string,
  reached: (view: Record<string, unknown>) => boolean,
): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const view = await look(stage, roomId);
    if (reached(view)) return;
    if (Date.now() > deadline) throw new Difference(what, 'in time', view);
    await wait(100);
  }
}
