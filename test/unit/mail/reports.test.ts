import { describe, expect, it } from 'vitest';
import { parseMime } from '../../../adapters/mail/parse-mime.ts';
import { outcomeOf } from '../../../domain/delivery/outcome.ts';
import { growth } from '../../support/growth.ts';
import { saidInWords } from '../../../adapters/mail/reading/notice-words.ts';
import { REPORTS } from '../../support/reports/shapes.ts';

const read = (raw: string) => parseMime(Buffer.from(raw.replaceAll('\n', '\r\n')));

const fateOf = async (raw: string) => {
  const { report, notice } = await read(raw);
  return outcomeOf(
    { ...notice, report: report?.recipients ?? null, groups: notice.recipients },
    { addressed: true },
  );
};

describe('what came to a message’s own return path', () => {
  it.each(REPORTS.map((shape) => [shape.name, shape] as const))(
    '%s',
    async (_name, { raw, fate, status }) => {
      const found = await fateOf(raw);
      expect(found?.fate ?? null).toBe(fate);
      if (status !== undefined) expect(found?.status).toBe(status);
    },
  );

  it.each(REPORTS.filter(({ raw }) => raw.includes('<ours@')).map((shape) => [shape.name, shape] as const))(
    'names the message that it returns: %s',
    async (_name, { raw }) => {
      const { report, notice } = await read(raw);
      const named = [report?.originalMessageId, ...notice.messageIds];
      expect(raw.includes('rfc822-headers') || raw.includes('message/partial')).toBe(true);
      expect(named).toContain('<ours@parley.test>');
    },
  );
});

it('reading words takes as long as there are many of them', () => {
  const shapes = ['could not ', '5.1.1.', 'said: 5', 'delivery ', '550 ', 'no such ', 'a', ' ', '不'];
  for (const shape of shapes) {
    const work = (size: number) => saidInWords(shape.repeat(size / shape.length), '');
    expect(growth(work, 50_000), shape).toBeLessThan(16);
  }
});

it.each([
  ['cs', 'Zprávu nebylo možné doručit na a@b.example. Neznámý uživatel.'],
  ['hu', 'Az üzenet nem kézbesíthető: a@b.example. Ismeretlen felhasználó.'],
  ['ko', 'a@b.example 에게 메일을 전달할 수 없습니다. 사용자를 찾을 수 없습니다.'],
  ['el', 'Το μήνυμά σας δεν παραδόθηκε στον a@b.example.'],
  ['ar', 'تعذر تسليم رسالتك إلى a@b.example'],
])('words of failure in %s', (_language, text) => {
  expect(saidInWords(text.toLowerCase(), '')).toMatchObject({ words: 'failed' });
});
