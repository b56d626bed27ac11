import { writeComponent } from '../../../domain/ical/write-jcal.ts';
import type { JcalComponent } from '../../../domain/ical/parse-calendars.ts';
import { calendarOf, calendarText, differing, msOf, utcText } from '../../unit/itip/support/calendar.ts';
import { answering, editObject, withLines } from '../../unit/itip/support/edit-object.ts';
import type { Line, Scenario, SentMessage, Step } from '../../unit/itip/support/scenario.ts';
import { C, conditionIn, textOfProperty, type DavAnswer } from './client.ts';
import type { DavUser } from './stage.ts';

export const START = Date.UTC(2030, 0, 1);

/** Who plays, and the server's clock. */
export interface Theatre {
  /** By their names in the scenario; they have its addresses. */
  users: ReadonlyMap<string, DavUser>;
  addresses: Scenario['users'];
  clock: { now: number };
  /** Goes before each UID, so that scenarios that use the same one do not meet. */
  salt: string;
}

interface Message {
  to: string;
  calendar: JcalComponent;
  method: string;
}

/** What a scenario has come to. */
interface Play extends Theatre {
  /** Where the object of each is. */
  hrefs: Map<string, string>;
  /** Messages that were seen before, by their addresses. */
  seen: Set<string>;
  /** Those that no `sent` has named yet. */
  fresh: Message[];
  /** All that came, the last last. */
  all: Message[];
  last: DavAnswer | null;
  uid: string;
}

/**
 * Plays a scenario over HTTP: put, edit, answer and delete are PUT and DELETE, a message is a POST to an outbox, get is a GET of what is
 * in the calendar, and what was sent is what lies in the inboxes. Messages come at once. Throws what is not as it says.
 */
export async function playOverHttp({ name, steps }: Scenario, theatre: Theatre): Promise<void> {
  const uid = steps.flatMap((step) => ('body' in step ? uidIn(step.body) : [])).at(0) ?? 'event@example.org';
  const play: Play = { ...theatre, hrefs: new Map(), seen: new Set(), fresh: [], all: [], last: null, uid };
  theatre.clock.now = START;
  for (const step of steps) {
    try {
      theatre.clock.now += 1000;
      await act(play, step);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      throw new Error(`${name}, line ${step.line}: ${step.prose} (${step.do})\n${problem}`, { cause: error });
    }
  }
}

const uidIn = (body: readonly string[]): string[] =>
  body.flatMap((line) => (line.startsWith('UID:') ? [line.slice(4)] : []));

async function act(play: Play, step: Step): Promise<void> {
  switch (step.do) {
    case 'now':
      play.clock.now = msOf(step.at);
      return;
    case 'put':
      return put(play, step.who, calendarText(step.body, utcText(play.clock.now)), step.options);
    case 'edit':
      return edit(play, step.who, step.at, (component) => withLines(component, step.body));
    case 'answer': {
      const say = answering(play.addresses[step.who] ?? [], step.partstat);
      return edit(play, step.who, step.at ?? 'all', (component) => withLines(say(component), step.body));
    }
    case 'delete': {
      const headers = step.options.includes('quietly') ? { 'Schedule-Reply': 'F' } : {};
      play.last = await userOf(play, step.who).client.delete((await stored(play, step.who)).href, headers);
      play.hrefs.delete(step.who);
      return accepted(play.last);
    }
    case 'message':
      await send(play, step.who, calendarText(step.body, utcText(play.clock.now), step.method));
      return forget(play, step);
    case 'repeat':
      return repeat(play, step.who);
    case 'refused':
      return same(play.last && conditionIn(play.last), C(step.code));
    case 'sent':
      return checkSent(play, step.messages);
    case 'get':
      return check(play, step.who, step.isThere, step.lines);
    case 'deliver':
    case 'outcome':
      return;
    case 'approve':
    case 'disapprove':
      throw new Error('proposals are not answered over CalDAV');
  }
}

function userOf({ users }: Play, name: string): DavUser {
  const user = users.get(name);
  if (!user) throw new Error(`nobody is called ${name}`);
  return user;
}

const salted = ({ salt }: Play, text: string): string => text.replace(/^UID:/gm, `UID:${salt}`);
const plain = ({ salt }: Play, text: string): string => text.replaceAll(salt, '');

/** Refusals are looked at by the step that expects them, and by the next one otherwise. */
const accepted = (answer: DavAnswer): void => {
  if (answer.status >= 300 && conditionIn(answer) === undefined)
    throw new Error(`${answer.status} ${answer.text}`);
};

async function put(play: Play, who: string, text: string, options: readonly string[] = []): Promise<void> {
  const user = userOf(play, who);
  const there = (await found(play, who))?.href;
  const href = there ?? `${user.calendar}${play.salt}${who}.ics`;
  const headers: Record<string, string> = options.includes('silently') ? { 'Parley-Import': 'T' } : {};
  play.last = await user.client.put(href, salted(play, text), headers);
  accepted(play.last);
}

async function edit(play: Play, who: string, at: string | null, change: Parameters<typeof editObject>[2]) {
  const { calendar } = await stored(play, who);
  await put(play, who, writeComponent(editObject(calendar, at, change)));
}

/** What somebody has of the event; null: nothing. */
async function found(play: Play, who: string): Promise<{ href: string; calendar: JcalComponent } | null> {
  const { client, calendar } = userOf(play, who);
  for (const component of ['VEVENT', 'VTODO']) {
    const [one] = await client.report(
      calendar,
      'C:calendar-query',
      `<D:prop><C:calendar-data/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="${component}">
         <C:prop-filter name="UID"><C:text-match match-type="equals">${play.salt}${play.uid}</C:text-match></C:prop-filter>
       </C:comp-filter></C:comp-filter></C:filter>`,
    );
    const text = textOfProperty(one, C('calendar-data'));
    if (one && text !== undefined) return { href: one.href, calendar: calendarOf(plain(play, text)) };
  }
  return null;
}

async function stored(play: Play, who: string) {
  const there = await found(play, who);
  if (!there) throw new Error(`${who} has nothing`);
  return there;
}

async function check(play: Play, who: string, isThere: boolean, lines: readonly Line[]): Promise<void> {
  const there = await found(play, who);
  same(there !== null, isThere);
  const problems = there ? differing(there.calendar, lines) : [];
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

async function send(play: Play, who: string, text: string): Promise<void> {
  const user = play.users.get(who);
  if (!user) return;
  play.last = await user.client.send('POST', `${user.home}outbox/`, {
    headers: { 'Content-Type': 'text/calendar' },
    body: salted(play, text),
  });
  if (play.last.status >= 500) throw new Error(`${play.last.status}`);
}

/** What a program sends by itself is not among what was sent. */
async function forget(play: Play, { to, method }: { to: string; method: string }): Promise<void> {
  await gather(play);
  const at = play.fresh.findIndex((message) => message.to === to && message.method === method);
  if (at >= 0) play.fresh.splice(at, 1);
}

/** The last message to somebody, sent by its organizer once more. */
async function repeat(play: Play, who: string): Promise<void> {
  await gather(play);
  const message = play.all.findLast(({ to }) => to === who);
  const people = message?.calendar[2].flatMap(([, properties]) => properties) ?? [];
  const address = people.find(([property]) => property === 'organizer')?.[3];
  const organizer = Object.entries(play.addresses).find(([, all]) =>
    all.some((one) => `mailto:${one}` === address),
  );
  if (!message || !organizer) throw new Error('there is nothing to repeat');
  const kept = [...play.fresh];
  await send(play, organizer[0], writeComponent(message.calendar));
  play.fresh = kept;
}

/** Reads what has come into the inboxes. */
async function gather(play: Play): Promise<void> {
  for (const [to, { client, home }] of play.users) {
    const all = await client.propfind(`${home}inbox/`, ['D:getetag'], 1);
    for (const { href } of all) {
      if (href === `${home}inbox/` || play.seen.has(href)) continue;
      play.seen.add(href);
      const { text } = await client.get(href);
      if (!text.replace(/\r\n /g, '').includes(`UID:${play.salt}`)) continue;
      const method = /^METHOD:(\w+)/m.exec(text)?.[1] ?? '';
      const message = { to, method, calendar: calendarOf(plain(play, text)) };
      play.fresh.push(message);
      play.all.push(message);
    }
  }
}

/** All that was sent is in the inbox of whom it is for; what tells only who takes part is not shown there. */
async function checkSent(play: Play, expected: readonly SentMessage[]): Promise<void> {
  await gather(play);
  const fresh = play.fresh;
  play.fresh = [];
  const visible = expected.filter(({ to, quiet }) => play.users.has(to) && !quiet);
  const word = ({ method, to }: { method: string; to: string }) => `${method} > ${to}`;
  same(fresh.map(word).sort().join('\n'), visible.map(word).sort().join('\n'));
  for (const message of visible) {
    const candidates = fresh.filter((one) => word(one) === word(message));
    const problems = candidates.map(({ calendar }) => differing(calendar, message.lines));
    if (!problems.some(({ length }) => length === 0))
      throw new Error(`${word(message)}:\n${(problems[0] ?? []).join('\n')}`);
  }
}

function same(is: unknown, expected: unknown): void {
  if (is !== expected) throw new Error(`is       ${String(is)}\nexpected ${String(expected)}`);
}
