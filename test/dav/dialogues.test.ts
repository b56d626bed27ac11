import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JcalComponent } from '../../domain/ical/parse-calendars.ts';
import { writeComponent } from '../../domain/ical/write-jcal.ts';
import { isThorough } from '../support/rounds.ts';
import { calendarOf, UID } from '../unit/itip/support/calendar.ts';
import { disagreements, first, happen, happenings, NAMES } from '../unit/itip/support/random-dialogue.ts';
import { World } from '../unit/itip/support/world.ts';
import { cast } from './support/cast.ts';
import { copyOf } from './support/people.ts';
import { onCalendars, type DavUser } from './support/stage.ts';

const START = Date.UTC(2030, 0, 1);
const clock = { now: START, nowMs: () => clock.now };
const addressesOf = (users: number) =>
  Object.fromEntries(NAMES.slice(0, users).map((name) => [name, [`${name}@example.org`]]));

/** What people have in their calendars at the server, and what they are about to make of it. */
class SeenWorld extends World {
  readonly changes: { name: string; after: JcalComponent | null }[] = [];

  override change(name: string, after: JcalComponent | null): void {
    this.changes.push({ name, after });
  }
}

/** Each is some hundred requests; the broker alone lives many more of them (test/unit/itip/broker/dialogues.test.ts). */
const dialogues = fc.sample(happenings, { numRuns: isThorough() ? 200 : 10, seed: 1717 });

onCalendars(
  'a random dialogue over HTTP',
  (stage) => {
    const company: DavUser[] = [];

    it.each(dialogues.map((dialogue, index) => [index, dialogue] as const))(
      'number %i ends with copies that agree',
      async (index, { users: count, steps }) => {
        const users = await cast(stage, company, addressesOf(count));
        const uid = `random-${index}-${UID}`;
        const userOf = (name: string) => users.get(name) as DavUser;
        const seen = async (): Promise<SeenWorld> => {
          const world = new SeenWorld(addressesOf(count), clock.now);
          for (const [name, user] of users) {
            const copy = await copyOf(user, uid);
            world.person(name).object = copy && calendarOf(copy.text.replaceAll(uid, UID));
          }
          return world;
        };
        const put = async (name: string, after: JcalComponent | string | null) => {
          clock.now += 1000;
          const user = userOf(name);
          const href = (await copyOf(user, uid))?.href ?? `${user.calendar}${uid}.ics`;
          const text = typeof after === 'string' ? after : after && writeComponent(after);
          const answer = await (text === null
            ? user.client.delete(href)
            : user.client.put(href, text.replaceAll(UID, uid)));
          return answer.status;
        };
        clock.now = START;
        expect(await put('anna', first(NAMES.slice(0, count)))).toBe(201);
        const statuses: number[] = [];
        for (const step of steps.filter(({ kind }) => kind !== 'deliver' && kind !== 'repeat')) {
          const world = await seen();
          happen(world, step, count);
          for (const { name, after } of world.changes) statuses.push(await put(name, after));
        }
        expect([...new Set(statuses)].filter((status) => ![201, 204, 403].includes(status))).toEqual([]);
        expect(disagreements(await seen(), count)).toEqual([]);
      },
    );
  },
  { CALENDAR_INVITATIONS: 'false' },
  { clock },
);
