import { expect, it } from 'vitest';
import { isThorough } from '../support/rounds.ts';
import type { Scenario } from '../unit/itip/support/scenario.ts';
import { ATTENDEE_RULES } from '../unit/itip/support/scenarios/attendee-rules.ts';
import { ATTENDEE } from '../unit/itip/support/scenarios/attendee.ts';
import { CLIENTS } from '../unit/itip/support/scenarios/clients.ts';
import { ORGANIZER_OF_SERIES } from '../unit/itip/support/scenarios/organizer-series.ts';
import { ORGANIZER } from '../unit/itip/support/scenarios/organizer.ts';
import { RFC5546_EVENTS } from '../unit/itip/support/scenarios/rfc5546-events.ts';
import { RFC5546_INSTANCES } from '../unit/itip/support/scenarios/rfc5546-instances.ts';
import { RFC5546_RECURRING } from '../unit/itip/support/scenarios/rfc5546-recurring.ts';
import { RFC5546_TODOS } from '../unit/itip/support/scenarios/rfc5546-todos.ts';
import { RFC6638 } from '../unit/itip/support/scenarios/rfc6638.ts';
import { cast } from './support/cast.ts';
import { playOverHttp, START } from './support/play-over-http.ts';
import { onCalendars, type DavUser } from './support/stage.ts';

const clock = { now: START, nowMs: () => clock.now };

/** What is not seen over HTTP, by the scenarios that need it. */
const AT_ONCE = 'over HTTP messages come at once, so that nobody answers what was changed meanwhile';
const NOT_THERE = 'the organizer has not what is answered, and an inbox shows no answer to that';
const LEFT_OUT: Readonly<Record<string, string>> = {
  'answers while the organizer moves it: the answer was to the old time': AT_ONCE,
  'stores an invitation from a mail by their own program: the answer in it is sent': NOT_THERE,
  '§4.4.6 add a new instance to a recurring event': NOT_THERE,
};

const all: readonly Scenario[] = [
  ...ORGANIZER,
  ...ORGANIZER_OF_SERIES,
  ...ATTENDEE,
  ...ATTENDEE_RULES,
  ...CLIENTS,
  ...RFC5546_EVENTS,
  ...RFC5546_RECURRING,
  ...RFC5546_INSTANCES,
  ...RFC5546_TODOS,
  ...RFC6638,
];
/** Proposals are answered by other doors than CalDAV. */
const isShown = ({ name, steps }: Scenario): boolean =>
  LEFT_OUT[name] === undefined && !steps.some((step) => step.do === 'approve' || step.do === 'disapprove');
/** All of them take minutes; a plain run takes some of each kind. */
const played = all.filter(isShown).filter((_, index) => isThorough() || index % 4 === 0);

const company: DavUser[] = [];

onCalendars(
  'a dialogue over HTTP',
  (stage) => {
    it.each(played.map((one, index) => [one.name, one, index] as const))('%s', async (_name, one, index) => {
      const users = await cast(stage, company, one.users);
      await playOverHttp(one, { users, addresses: one.users, clock, salt: `s${index}x` });
    });

    it('leaves out only what there is', () => {
      const names = all.map(({ name }) => name);
      expect(Object.keys(LEFT_OUT).filter((name) => !names.includes(name))).toEqual([]);
    });
  },
  { CALENDAR_INVITATIONS: 'false' },
  { clock },
);
