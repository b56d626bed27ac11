import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findLink } from '../../adapters/postgres/links.ts';
import { otherRole, ROLES } from '../../domain/meeting/state.ts';
import { HOUR, MeetingScript } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ timeSkipping: true });
});
afterAll(() => world?.stop());

/** What people and backends may do; `text` stands where they write, and may hold anybody's address. */
const anyStep = fc.oneof(
  fc.record({ do: fc.constant('accept' as const), role: fc.constantFrom(...ROLES) }),
  fc.record({ do: fc.constant('decline' as const), role: fc.constantFrom(...ROLES) }),
  fc.record({
    do: fc.constant('propose' as const),
    role: fc.constantFrom(...ROLES),
    hours: fc.integer({ min: 1, max: 90 }),
  }),
  fc.record({
    do: fc.constant('counter' as const),
    role: fc.constantFrom(...ROLES),
    hours: fc.integer({ min: -90, max: 90 }),
  }),
  fc.record({ do: fc.constantFrom('approve' as const, 'refuse' as const), role: fc.constantFrom(...ROLES) }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ do: fc.constant('delete' as const) }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

async function take(script: MeetingScript, step: Step): Promise<unknown> {
  const both = `${script.addresses.host} or <${script.addresses.guest.toUpperCase()}>`;
  switch (step.do) {
    case 'accept':
      return script.reply(step.role, 'ACCEPTED');
    case 'decline':
      return script.reply(step.role, 'DECLINED');
    case 'propose': {
      const startMs = (await world.nowMs()) + step.hours * HOUR;
      return script.propose(step.role, { startMs, endMs: startMs + HOUR, note: `Write to ${both}` });
    }
    case 'counter': {
      const startMs = (await world.nowMs()) + step.hours * HOUR;
      return script.counter(step.role, { startMs, endMs: startMs + HOUR });
    }
    case 'approve':
    case 'refuse': {
      const proposal = (await script.state()).proposals[0];
      return (
        proposal && script.decide(step.do === 'approve' ? 'approved' : 'declined', step.role, proposal.id)
      );
    }
    case 'wait':
      return world.pass(step.hours * HOUR);
    case 'delete':
      return script.cancel(`Ask ${both}`);
  }
}

/** Everything a message says, as its bytes and as they read when decoded. */
async function wordsOf(raw: string): Promise<{ words: string; text: string }> {
  const mail = await simpleParser(raw);
  const parts = mail.attachments.map((part) => part.content.toString('utf8').replace(/\r?\n[ \t]/g, ''));
  const headers = mail.headerLines.map((line) => line.line);
  const words = [raw, mail.subject ?? '', mail.text ?? '', mail.html || '', ...headers, ...parts].join('\n');
  return { words: words.toLowerCase(), text: mail.text ?? '' };
}

it('over random lives, nothing sent to one party or behind its links holds the other’s address', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 8 }), async (steps) => {
      const script = await MeetingScript.booked(world, { startsInMs: 100 * HOUR });
      // What is refused is refused: the meeting may be over, or nothing proposed.
      for (const step of steps) await take(script, step).catch(() => undefined);
      await script.cancel().catch(() => undefined);
      await script.handle.result();
      for (const role of ROLES) {
        const others = script.addresses[otherRole(role)].toLowerCase();
        for (const { raw } of await world.catcher.list(script.addresses[role])) {
          const { words, text } = await wordsOf(raw);
          expect(words).not.toContain(others);
          for (const [, token] of text.matchAll(/[?&][rt]=([\w-]{43})/g)) {
            const link = await findLink(world.database, token!);
            expect(link).not.toBeNull();
            expect(JSON.stringify(link).toLowerCase()).not.toContain(others);
          }
        }
      }
      const history = JSON.stringify(await script.handle.fetchHistory());
      for (const role of ROLES) expect(history.toLowerCase()).not.toContain(script.addresses[role]);
    }),
    { numRuns: 12 },
  );
}, 240_000);
