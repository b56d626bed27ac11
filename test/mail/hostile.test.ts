import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMime } from '../../adapters/mail/parse-mime.ts';
import { HOSTILE_CALENDARS } from '../support/hostile/calendars.ts';
import { HOSTILE_MESSAGES } from '../support/hostile/messages.ts';
import { startIngestAlone, type IngestAlone } from '../support/ingest-alone.ts';

const HOSTILE_MAIL = [...HOSTILE_MESSAGES, ...HOSTILE_CALENDARS];

let alone: IngestAlone;
beforeAll(async () => {
  alone = await startIngestAlone();
  // What the threads and their libraries take to start is no message's.
  await alone.ingest({
    raw: Buffer.from('From: sender@example.net\r\n\r\nHello.\r\n'),
    ...{
      door: 'smtp',
      tenantId: null,
      envelope: { from: 'sender@example.net', to: ['scheduling@parley.example'] },
    },
  });
});
afterAll(() => alone?.stop());

/** In the party's name, but not from it: the party is asked. */
const ASKED = 'sender-not-attendee';

const understoodOf = (gets: string | null) =>
  gets === null ? 'reply' : gets === ASKED ? 'confirm' : 'ignored';

const cpuSeconds = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

describe('a message that is meant to do harm gets what the table says', () => {
  it.each(HOSTILE_MAIL.map((mail) => [mail.name, mail] as const))('%s', async (_name, { write, gets }) => {
    const uid = await alone.meeting();
    const raw = write({ uid, from: alone.guest });
    alone.told.length = 0;
    const before = process.cpuUsage();
    const answer = await alone.ingest({
      raw,
      door: 'smtp',
      envelope: { from: 'sender@example.net', to: ['scheduling@parley.example'] },
      tenantId: null,
    });
    expect(cpuSeconds(before)).toBeLessThan(5);
    expect(answer).toMatchObject({ understood: understoodOf(gets), reason: gets });
    expect(alone.told).toMatchObject(
      gets === null
        ? [{ uid, event: { type: 'answered', attendeeId: 'guest', partstat: 'ACCEPTED' } }]
        : gets === ASKED
          ? [{ uid, event: { type: 'answer-held', attendeeId: 'guest' } }]
          : [],
    );
    const read = await parseMime(raw);
    expect(read.text.length).toBeLessThanOrEqual(10_000);
    // Line ends and other control characters: no header can be made of what was read.
    expect(
      [read.subject, read.from, read.language, ...read.inReplyTo, ...read.deliveredTo].join(''),
    ).not.toMatch(/[\u0000-\u001f\u007f]/);
  });

  it('and each is in the table', () => {
    const table = readFileSync(new URL('../../docs/hostile-mail.md', import.meta.url), 'utf8');
    const rows = [...table.matchAll(/^\| (.+?) +\| +(.+?) +\|/gm)].map(([, name, gets]) => [name, gets]);
    for (const { name, gets } of HOSTILE_MAIL) {
      expect(rows).toContainEqual([name, gets === null ? 'understood' : `\`${gets}\``]);
    }
  });
});
