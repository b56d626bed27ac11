import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Difference, same } from '../difference.ts';
import type { Letter } from '../mailboxes.ts';
import { answer, call } from '../people.ts';
import type { Stage } from '../stage.ts';
import { CalendarProgram, event, utc } from './client.ts';

const HOUR_MS = 3_600_000;
const ALICE = 'alice@team.example';
const BOB = 'bob@team.example';
const OTTO = 'otto@outside.example';
const PATIENCE_MS = 30_000;

/**
 * Two members keep their calendars with programs of their own: when is Bob free, an invitation, its answer; and one to somebody who
 * has nothing but a mailbox.
 *
 * @throws Difference at the first thing that is not as it should be
 */
export async function playCalendarStory(stage: Stage, tell: (sentence: string) => void): Promise<void> {
  const alice = await member(stage, 'Alice', ALICE);
  const bob = await member(stage, 'Bob', BOB);
  const noon = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 72 * HOUR_MS;
  await bob.put(`${bob.calendar}dentist.ics`, event(randomUUID(), noon, ['SUMMARY:Dentist']));
  tell('Alice and Bob connect their calendar programs, each with a password of its own.');

  const busy = await alice.freeBusy(bob.home, noon - 12 * HOUR_MS, noon + 12 * HOUR_MS);
  same('when Bob has no time', busy.includes(`FBTYPE=BUSY:${utc(noon)}/${utc(noon + HOUR_MS)}`), true);
  same('whether it says why', busy.includes('Dentist'), false);
  tell('Alice asks when Bob is free: she learns when he is not, and nothing of why.');

  const free = noon + HOUR_MS;
  const meeting = `${alice.calendar}meeting.ics`;
  const people = [`ORGANIZER;CN=Alice:mailto:${ALICE}`, `ATTENDEE;CN=Bob:mailto:${BOB}`];
  await alice.put(meeting, event(randomUUID(), free, ['SUMMARY:Planning', ...people]));
  const inbox = [...(await bob.read(`${bob.home}inbox/`)).values()];
  same(
    'what is in Bob’s inbox',
    inbox.map((text) => text.includes('METHOD:REQUEST')),
    [true],
  );
  const [copy] = [...(await bob.read(bob.calendar))].filter(([, text]) => text.includes('SUMMARY:Planning'));
  if (!copy) throw new Difference('the meeting in Bob’s calendar', 'there', 'missing');
  tell(
    'She invites him to the hour after it: the invitation is in his inbox, and the meeting in his calendar.',
  );

  await bob.put(copy[0], copy[1].replace('PARTSTAT=NEEDS-ACTION', 'PARTSTAT=ACCEPTED'));
  const accepted = (await alice.read(alice.calendar)).get(meeting) ?? '';
  same('Bob’s answer in Alice’s calendar', /ATTENDEE[^\n]*PARTSTAT=ACCEPTED[^\n]*bob@/.test(accepted), true);
  tell('Bob accepts in his program, and Alice’s calendar says so.');

  const outside = `${alice.calendar}outside.ics`;
  const guests = [`ORGANIZER;CN=Alice:mailto:${ALICE}`, `ATTENDEE;CN=Otto:mailto:${OTTO}`];
  await alice.put(outside, event(randomUUID(), free + 24 * HOUR_MS, ['SUMMARY:Offer', ...guests]));
  const invitation = await letterTo(stage, OTTO);
  same('whether the mail has Alice’s address', invitation.toLowerCase().includes(ALICE), false);
  tell('She invites Otto, who has only a mailbox: he gets a mail with the invitation, without her address.');

  await answer(stage, OTTO, { raw: invitation } as Letter, 'ACCEPTED');
  const deadline = Date.now() + PATIENCE_MS;
  const said = async () => (await alice.read(alice.calendar)).get(outside) ?? '';
  while (!/ATTENDEE[^\n]*PARTSTAT=ACCEPTED[^\n]*otto@/.test(await said())) {
    if (Date.now() > deadline)
      throw new Difference('Otto’s answer in Alice’s calendar', 'ACCEPTED', await said());
    await wait(200);
  }
  tell('Otto accepts in his mail program, and Alice’s calendar says so.');
}

async function member(stage: Stage, name: string, address: string): Promise<CalendarProgram> {
  const made = await call(stage, '/api/principals', { kind: 'individual', name, addresses: [address] }, 201);
  const id = String(made.id);
  const { password } = await call(stage, `/api/principals/${id}/app-passwords`, { name: 'Demo' }, 201);
  const program = new CalendarProgram(stage.url, { id, address, password: String(password) });
  await program.connect();
  return program;
}

/** The only mail to somebody, as it was sent. */
async function letterTo(stage: Stage, address: string): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const response = await fetch(`${stage.url}/dev/mailbox.json?to=${encodeURIComponent(address)}`);
    const [letter] = (await response.json()) as { raw: string }[];
    if (letter) return letter.raw;
    if (Date.now() > deadline) throw new Difference(`messages to ${address}`, 1, 0);
    await wait(200);
  }
}
