import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../../activities/delivery/ports.ts';
import { createMailComposer } from '../../../adapters/mail/compose.ts';
import { readCalendar } from '../../../domain/ical/read.ts';
import { LINKS } from '../../../domain/meeting/links.ts';
import type { MessageKind, MessageSpec } from '../../../domain/meeting/message-spec.ts';
import { KINDS, START_MS, viewOf } from './support.ts';

const composer = createMailComposer();
const read = async (view: MessageView) =>
  simpleParser((await composer.compose(view)).raw, { skipHtmlToText: true, skipTextToHtml: true });
const subjectOf = async (view: MessageView): Promise<string> => (await read(view)).subject ?? '';
const to = (view: MessageView, recipient: Partial<MessageView['recipient']>): MessageView => ({
  ...view,
  recipient: { ...view.recipient, ...recipient },
});
const about = (kind: MessageKind, title: string, spec: Partial<MessageSpec> = {}): MessageView => ({
  ...viewOf(kind, null, spec),
  meeting: { title, description: '' },
});
const ALL = Object.keys(LINKS) as MessageKind[];

describe('the subject of a mail about a meeting', () => {
  it.each([
    ['en', 'invitation', 'Practice Session — Invitation: First practice, 24 November'],
    ['en-US', 'invitation', 'Practice Session — Invitation: First practice, November 24'],
    ['de', 'invitation', 'Practice Session — Einladung: First practice, 24. November'],
    ['es', 'invitation', 'Practice Session — Invitación: First practice, 24 de noviembre'],
    ['fr', 'invitation', 'Practice Session — Invitation\u00a0: First practice, 24 novembre'],
    ['pt', 'invitation', 'Practice Session — Convite: First practice, 24 de novembro'],
    ['ja', 'invitation', 'Practice Session — ご招待：First practice（11月24日）'],
    ['en', 'reminder', 'Practice Session — Reminder: First practice, 24 November'],
    ['de', 'reminder', 'Practice Session — Erinnerung: First practice, 24. November'],
    ['es', 'reminder', 'Practice Session — Recordatorio: First practice, 24 de noviembre'],
    ['fr', 'reminder', 'Practice Session — Rappel\u00a0: First practice, 24 novembre'],
    ['pt', 'reminder', 'Practice Session — Lembrete: First practice, 24 de novembro'],
    ['ja', 'reminder', 'Practice Session — リマインダー：First practice（11月24日）'],
    ['en', 'approval-request', 'Approve new time for Practice Session? First practice, 25 November'],
    ['de', 'approval-request', 'Neuer Zeit für Practice Session zustimmen? First practice, 25. November'],
    [
      'es',
      'approval-request',
      '¿Aprobar el nuevo horario de Practice Session? First practice, 25 de noviembre',
    ],
    [
      'fr',
      'approval-request',
      'Accepter le nouvel horaire pour Practice Session\u00a0? First practice, 25 novembre',
    ],
    ['pt', 'approval-request', 'Aprovar novo horário para Practice Session? First practice, 25 de novembro'],
    ['ja', 'approval-request', 'Practice Sessionの新しい日時を承認しますか？ First practice（11月25日）'],
    ['en', 'confirm-answer', 'Practice Session — Was this you? First practice, 24 November'],
    ['en', 'proposal-declined', 'Practice Session — New Time Declined: First practice, 24 November'],
  ] as const)('in %s, of the kind %s, is "%s"', async (language, kind, subject) => {
    expect(await subjectOf(to(about(kind, 'First practice'), { language }))).toBe(subject);
  });

  it('has the day in the zone of its reader, and in UTC where none is known', async () => {
    const late = { startMs: Date.UTC(2027, 4, 17, 22, 30), endMs: Date.UTC(2027, 4, 17, 23, 30) };
    const view = about('invitation', 'First practice', { time: late });
    const days = ['Europe/Berlin', 'America/New_York', 'Etc/UTC', 'Nowhere/Here', null].map((timezone) =>
      subjectOf(to(view, { timezone })),
    );
    expect((await Promise.all(days)).map((subject) => subject.split(', ')[1])).toEqual([
      ...['18 May', '17 May', '17 May', '17 May', '17 May'],
    ]);
  });

  it('has the new day of a meeting that moved', async () => {
    const previousTime = { startMs: START_MS - 72 * 3_600_000, endMs: START_MS - 71 * 3_600_000 };
    expect(await subjectOf(about('update', 'First practice', { previousTime }))).toBe(
      'Practice Session — Updated Time: First practice, 24 November',
    );
  });

  it.each(ALL)('is another one for each meeting, of the kind %s', async (kind) => {
    const day = 24 * 3_600_000;
    const plain = about(kind, 'First practice');
    const { time, proposal } = plain.spec;
    const dayLater = <T extends { startMs: number; endMs: number }>(at: T): T => ({
      ...at,
      startMs: at.startMs + day,
      endMs: at.endMs + day,
    });
    const moved = { time: dayLater(time), proposal: proposal && dayLater(proposal) };
    const subjects = await Promise.all(
      [plain, about(kind, 'Second practice'), about(kind, 'First practice', moved)].map(subjectOf),
    );
    expect(new Set(subjects).size).toBe(3);
  });

  it('is one line of at most 200 characters without an address, and ends with the day, whatever the title is', async () => {
    const nasty = fc.oneof(
      fc.constantFrom('\r\nBcc: eve@example.com\r\n', 'ann@example.com', 'x'.repeat(300), '👩‍👩‍👧‍👦'.repeat(90)),
      fc.constantFrom('\u202eabc', '{title}', '=?utf-8?q?x?=', '?', "'{'", '<b>', 'word '.repeat(60)),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
    );
    const text = fc.array(nasty, { minLength: 1, maxLength: 4 }).map((parts) => `a${parts.join(' ')}`);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ALL), text, text, async (kind, title, productName) => {
        const view = about(kind, title);
        const tenant = { ...view.tenant, productName: productName.replaceAll('@', '') };
        const subject = await subjectOf({ ...view, tenant });
        expect(subject).toMatch(kind === 'approval-request' ? /, 25 November$/ : /, 24 November$/);
        expect([...subject].length).toBeLessThanOrEqual(200);
        expect(subject).not.toMatch(/[\r\n]|\w@\w/);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps 60 characters of a title, and none of them in half', async () => {
    const family = '👩‍👩‍👧‍👦';
    expect(await subjectOf(about('invitation', 'é'.repeat(60)))).toContain(`: ${'é'.repeat(60)}, 24`);
    expect(await subjectOf(about('invitation', 'é'.repeat(61)))).toContain(`: ${'é'.repeat(59)}…, 24`);
    expect(await subjectOf(about('invitation', family.repeat(20)))).toContain(`: ${family.repeat(8)}…, 24`);
  });

  it.each(KINDS.filter(([, method]) => method !== null))(
    'is none of the calendar’s: SUMMARY of the kind %s (%s) is the title alone',
    async (kind, method) => {
      const title = `Practice ${'x'.repeat(100)}`;
      const mail = await read({ ...viewOf(kind, method), meeting: { title, description: '' } });
      const calendar = mail.attachments[0]?.content.toString().replace(/\r\n /g, '') ?? '';
      expect(/^SUMMARY.*$/m.exec(calendar)?.[0].trim()).toBe(`SUMMARY:${title}`);
      expect(readCalendar(calendar).problems).toEqual([]);
    },
  );
});
