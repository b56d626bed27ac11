import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findLink } from '../../adapters/postgres/links.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import { HOUR, MeetingScript } from '../support/meeting-script.ts';
import { everythingIn, see } from '../support/seen-mail.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ timeSkipping: true });
});
afterAll(() => world?.stop());

/** What people and backends may do; `text` stands where they write, and may hold anybody's address. */
const anyStep = fc.oneof(
  fc.record({ do: fc.constant('accept' as const), who: fc.nat() }),
  fc.record({ do: fc.constant('decline' as const), who: fc.nat() }),
  fc.record({
    do: fc.constant('propose' as const),
    who: fc.nat(),
    hours: fc.integer({ min: 1, max: 90 }),
  }),
  fc.record({
    do: fc.constant('counter' as const),
    who: fc.nat(),
    hours: fc.integer({ min: -90, max: 90 }),
  }),
  fc.record({ do: fc.constantFrom('approve' as const, 'refuse' as const), who: fc.nat() }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ do: fc.constant('delete' as const) }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

async function take(script: MeetingScript, step: Step, ids: readonly AttendeeId[]): Promise<unknown> {
  const both = Object.values(script.addresses)
    .map((address, at) => (at === 0 ? address : `<${address.toUpperCase()}>`))
    .join(' or ');
  const by = 'who' in step ? ids[step.who % ids.length]! : 'host';
  switch (step.do) {
    case 'accept':
      return script.reply(by, 'ACCEPTED');
    case 'decline':
      return script.reply(by, 'DECLINED');
    case 'propose': {
      const startMs = (await world.nowMs()) + step.hours * HOUR;
      return script.propose(by, { startMs, endMs: startMs + HOUR, note: `Write to ${both}` });
    }
    case 'counter': {
      const startMs = (await world.nowMs()) + step.hours * HOUR;
      return script.counter(by, { startMs, endMs: startMs + HOUR });
    }
    case 'approve':
    case 'refuse': {
      const proposal = (await script.state()).proposals[0];
      return proposal && script.decide(step.do === 'approve' ? 'approved' : 'declined', by, proposal.id);
    }
    case 'wait':
      return world.pass(step.hours * HOUR);
    case 'delete':
      return script.cancel(`Ask ${both}`);
  }
}

/** Who is invited beside a host and a guest: meetings of two to six. */
const others = fc.array(
  fc.record({ role: fc.constantFrom('host' as const, 'guest' as const), required: fc.boolean() }),
  {
    maxLength: 4,
  },
);

it('over random lives of two to six, nothing sent to one or behind their links holds another’s address', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 8 }), others, async (steps, others) => {
      const script = await MeetingScript.booked(world, { startsInMs: 100 * HOUR, others });
      const ids = Object.keys(script.addresses);
      // What is refused is refused: the meeting may be over, or nothing proposed.
      for (const step of steps) await take(script, step, ids).catch(() => undefined);
      await script.cancel().catch(() => undefined);
      await script.handle.result();
      for (const id of ids) {
        const foreign = ids
          .filter((other) => other !== id)
          .map((other) => script.address(other).toLowerCase());
        for (const message of await world.catcher.list(script.address(id))) {
          const words = await everythingIn(message.raw);
          const { text } = await see(message);
          for (const address of foreign) expect(words).not.toContain(address);
          for (const [, token] of text.matchAll(/[?&][rt]=([\w-]{43})/g)) {
            const link = await findLink(world.database, token!);
            expect(link).not.toBeNull();
            const shown = JSON.stringify(link).toLowerCase();
            for (const address of foreign) expect(shown).not.toContain(address);
          }
        }
      }
      const history = JSON.stringify(await script.handle.fetchHistory());
      for (const id of ids) expect(history.toLowerCase()).not.toContain(script.address(id));
    }),
    { numRuns: 12 },
  );
}, 240_000);
