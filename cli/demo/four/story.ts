import { Difference, same } from '../difference.ts';
import { lettersOf, linkIn, type Letter } from '../mailboxes.ts';
import { answer, ask, call, open, press } from '../people.ts';
import type { Stage } from '../stage.ts';
import { setTimeout as wait } from 'node:timers/promises';

const HOUR_MS = 3_600_000;

/** By their ids in the meeting; the last one is optional. */
const PEOPLE = {
  host: { email: 'hanna@host.example', name: 'Hanna', timezone: 'Europe/Berlin', role: 'host' },
  guest: { email: 'gus@guest.example', name: 'Gus', timezone: 'America/New_York' },
  'guest-2': { email: 'gia@other.example', name: 'Gia', timezone: 'Asia/Tokyo' },
  'guest-3': { email: 'olaf@optional.example', name: 'Olaf', timezone: 'Europe/Oslo', required: false },
} as const;
type Id = keyof typeof PEOPLE;
const IDS = Object.keys(PEOPLE) as Id[];
const ADDRESSES = IDS.map((id) => PEOPLE[id].email);

/**
 * A meeting of four, through the real doors. Each step says what happened once it was checked.
 *
 * @throws Difference at the first thing that is not as it should be
 */
export async function playStoryOfFour(stage: Stage, tell: (sentence: string) => void): Promise<void> {
  const organizer = stage.config.firstTenant.organizerEmail;
  const letters = (id: Id, count: number): Promise<Letter[]> => {
    const { email: address } = PEOPLE[id];
    const others = ADDRESSES.filter((other) => other !== address);
    return lettersOf(stage.url, { address, others, organizer }, count);
  };
  /** The newest calendar message of everybody, who has so many letters then. */
  const everybody = async (counts: Record<Id, number>, expected: Partial<Letter['calendar'] & object>) => {
    for (const id of IDS) {
      const newest = (await letters(id, counts[id])).at(-1);
      const { calendar } = newest ?? {};
      const found = Object.fromEntries(
        Object.keys(expected).map((name) => [name, calendar?.[name as keyof typeof calendar]]),
      );
      same(`what ${id} got`, found, expected);
    }
  };
  const startMs = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 72 * HOUR_MS;
  const newStartMs = startMs + 24 * HOUR_MS;
  const iso = (ms: number): string => new Date(ms).toISOString();

  const made = await call(
    stage,
    '/api/meetings',
    {
      title: 'Final interview',
      startsAt: iso(startMs),
      endsAt: iso(startMs + HOUR_MS),
      attendees: IDS.map((id) => PEOPLE[id]),
      metadata: { candidate: '4711' },
    },
    201,
  );
  const path = `/api/meetings/${String(made.id)}`;
  same('the metadata', made.metadata, { candidate: '4711' });
  await everybody(
    { host: 1, guest: 1, 'guest-2': 1, 'guest-3': 1 },
    { method: 'REQUEST', sequence: 0, startMs },
  );
  tell('The backend arranged a meeting of four in one call. Each got an invitation of their own.');

  for (const id of IDS) {
    const partstat = id === 'guest-3' ? 'DECLINED' : 'ACCEPTED';
    await answer(stage, PEOPLE[id].email, (await letters(id, 1))[0]!, partstat);
  }
  await until(stage, path, 'four answers', (view) => view.split('NEEDS-ACTION').length === 1);
  same('the status', (await ask(stage, path)).status, 'scheduled');
  tell('Three accepted. Olaf, who is optional, declined: that is recorded, and the meeting stands.');

  const proposeLink = linkIn((await letters('guest', 1))[0]!, 'reschedule');
  const token = new URL(proposeLink).searchParams.get('r');
  const times = { proposedStartUtc: iso(newStartMs), proposedEndUtc: iso(newStartMs + HOUR_MS) };
  await call(stage, '/api/reschedule/propose', { token, ...times, note: 'A day later?' }, 201);
  const toHanna = linkIn((await letters('host', 2))[1]!, 'approve');
  const toGia = linkIn((await letters('guest-2', 2))[1]!, 'approve');
  await letters('guest-3', 1);
  tell('Gus asked for a time a day later. Hanna and Gia are asked; Olaf need not be.');

  await open(toHanna);
  await press(toHanna);
  const waiting = (await ask(stage, path)) as { sequence: number; proposals: { waitsFor: string[] }[] };
  same('who is waited for', [waiting.sequence, waiting.proposals[0]?.waitsFor], [0, ['guest-2']]);
  same('what Gus is told', (await open(proposeLink)).includes('Waiting for Gia'), true);
  tell('Hanna approved. Nothing moves yet: Gus sees on his page that it waits for Gia.');

  await press(toGia);
  await everybody(
    { host: 3, guest: 2, 'guest-2': 3, 'guest-3': 2 },
    { method: 'REQUEST', sequence: 1, startMs: newStartMs },
  );
  tell('Gia approved, too. All four got the same event at its new time, SEQUENCE 1.');

  await answer(stage, PEOPLE['guest-2'].email, (await letters('guest-2', 3))[2]!, 'DECLINED');
  await everybody({ host: 4, guest: 3, 'guest-2': 4, 'guest-3': 3 }, { method: 'CANCEL', sequence: 2 });
  same('the status', (await ask(stage, path)).status, 'cancelled');
  tell('Gia, who is required, declined the new time. All four got a CANCEL, SEQUENCE 2.');
  tell('Nothing else arrived, and no byte that one of them got held the address of another.');
}

async function until(
  stage: Stage,
  path: string,
  what: string,
  reached: (view: string) => boolean,
): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const view = await ask(stage, path);
    if (reached(JSON.stringify(view))) return;
    if (Date.now() > deadline) throw new Difference(what, 'in time', view);
    await wait(100);
  }
}
