import { snapshotOf } from '../../../../domain/itip/broker/snapshot.ts';
import { calendarOf, calendarText, differing, msOf, utcText } from './calendar.ts';
import { answering, editObject, withLines } from './edit-object.ts';
import type { Scenario, SentMessage, Step } from './scenario.ts';
import { World, type Sent } from './world.ts';

const START = Date.UTC(2030, 0, 1);

/** Plays a scenario against the pure broker; throws what is not as it says, with the words and the line that say it. */
export function playOnBroker({ name, users, steps }: Scenario): void {
  const world = new World(users, START);
  for (const step of steps) {
    try {
      play(world, step);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      throw new Error(`${name}, line ${step.line}: ${step.prose} (${step.do})\n${problem}`, { cause: error });
    }
  }
}

function play(world: World, step: Step): void {
  switch (step.do) {
    case 'now':
      world.nowMs = msOf(step.at);
      return;
    case 'put':
      return world.change(step.who, calendarOf(calendarText(step.body, utcText(world.nowMs))), {
        silent: step.options.includes('silently'),
      });
    case 'edit':
      return world.change(
        step.who,
        edited(world, step.who, step.at, (component) => withLines(component, step.body)),
      );
    case 'answer': {
      const answer = answering(world.person(step.who).addresses, step.partstat);
      return world.change(
        step.who,
        edited(world, step.who, step.at ?? 'all', (component) => withLines(answer(component), step.body)),
      );
    }
    case 'delete':
      return world.change(step.who, null, { scheduleReply: !step.options.includes('quietly') });
    case 'message':
      return inject(world, step);
    case 'approve':
      return world.approve(step.who);
    case 'disapprove':
      return world.disapprove(step.who);
    case 'deliver':
      return world.deliverAll();
    case 'repeat':
      return world.deliver(world.person(step.who).last as Sent);
    case 'refused':
      return same(world.refused, step.code);
    case 'sent':
      checkSent(world, step.messages);
      world.log = [];
      return;
    case 'outcome': {
      const { outcome } = world.person(step.who);
      const words =
        outcome === null
          ? []
          : [
              outcome.kind,
              ...('reason' in outcome
                ? [outcome.reason]
                : 'change' in outcome
                  ? [outcome.change, ...(outcome.asks ? ['asks'] : [])]
                  : []),
            ];
      return same(words.join(' '), step.words.join(' '));
    }
    case 'get': {
      const { object } = world.person(step.who);
      same(object !== null, step.isThere);
      const problems = object ? differing(object, step.lines) : [];
      if (problems.length > 0) throw new Error(problems.join('\n'));
    }
  }
}

function edited(world: World, who: string, at: string | null, edit: Parameters<typeof editObject>[2]) {
  const { object } = world.person(who);
  if (!object) throw new Error(`${who} has nothing`);
  return editObject(object, at, edit);
}

function inject(world: World, { who, to, method, body }: Extract<Step, { do: 'message' }>): void {
  const calendar = calendarOf(calendarText(body, utcText(world.nowMs), method));
  const [sender = who] = world.people.get(who)?.addresses ?? [];
  const [recipient = to] = world.people.get(to)?.addresses ?? [];
  const uid = snapshotOf(calendar)?.uid ?? '';
  world.nowMs += 1000;
  world.deliver({
    message: {
      method: method as never,
      uid,
      recipient,
      sender,
      calendar,
      recurrenceIds: [],
      significant: true,
    },
    sender,
  });
}

function checkSent(world: World, expected: readonly SentMessage[]): void {
  const told = world.log.map(({ message: { method, sender, recipient, recurrenceIds, significant } }) =>
    [
      `${method} ${world.named(sender)} > ${world.named(recipient)}`,
      ...recurrenceIds
        .filter((id) => id !== null)
        .map((id) => `@${utcText(id)}`)
        .sort(),
      ...(significant ? [] : ['quiet']),
    ].join(' '),
  );
  const wanted = expected.map(({ method, from, to, instances, quiet }) =>
    [
      `${method} ${from} > ${to}`,
      ...instances.map((at) => `@${at}`).sort(),
      ...(quiet ? ['quiet'] : []),
    ].join(' '),
  );
  same([...told].sort().join('\n'), [...wanted].sort().join('\n'));
  expected.forEach(({ lines }, index) => {
    const sent = world.log[told.indexOf(wanted[index] ?? '')];
    const problems = sent ? differing(sent.message.calendar, lines) : [];
    if (problems.length > 0) throw new Error(`${wanted[index]}:\n${problems.join('\n')}`);
  });
}

function same(is: unknown, expected: unknown): void {
  if (is !== expected) throw new Error(`is       ${String(is)}\nexpected ${String(expected)}`);
}
