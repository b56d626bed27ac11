import { simpleParser, type ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../../activities/delivery/ports.ts';
import { createMailComposer } from '../../../adapters/mail/compose.ts';
import type { MessageKind, MessageSpec } from '../../../domain/meeting/message-spec.ts';
import { viewOf } from './support.ts';

const composer = createMailComposer();
const read = async (view: MessageView): Promise<ParsedMail> =>
  simpleParser((await composer.compose(view)).raw, { skipHtmlToText: true, skipTextToHtml: true });

const NO_ANSWER =
  /nothing more to answer|weitere Antwort ist nicht nötig|no hace falta que responda|n’avez plus à répondre|お返事は必要ありません|não é preciso responder/;
const MAYBE = /“maybe”|„Vielleicht“|«quizás»|«\u00a0peut-être\u00a0»|仮承諾|“talvez”/;
const ASKED = /links below|Links unten|enlaces de abajo|liens ci-dessous|下のリンク|links abaixo/;

describe('a message', () => {
  const ANSWERS = ['Accept', 'Maybe', 'Decline'];
  /** They name no time. */
  const WORDS = { suggestion: undefined } as unknown as Partial<MessageSpec>;
  it.each<[string, MessageKind, Partial<MessageSpec>, string[]]>([
    ['an invitation', 'invitation', {}, [...ANSWERS, 'Request new time', 'Join the meeting']],
    ['an update', 'update', {}, [...ANSWERS, 'Request new time', 'Join the meeting']],
    ['a reminder', 'reminder', {}, [...ANSWERS, 'Request new time', 'Join the meeting']],
    [
      'a reminder to whoever has accepted',
      'reminder',
      { partstat: 'ACCEPTED' },
      ['Join the meeting', 'Decline'],
    ],
    ['a reminder to whoever may come', 'reminder', { partstat: 'TENTATIVE' }, ANSWERS],
    ['one to whoever has accepted', 'refresh', { partstat: 'ACCEPTED' }, ['Join the meeting', 'Decline']],
    ['one to whoever has declined', 'refresh', { partstat: 'DECLINED' }, ANSWERS],
    ['words', 'text-answer', WORDS, [...ANSWERS, 'Request new time']],
    ['a no in words', 'text-answer', { ...WORDS, leaning: 'DECLINED' }, ['Decline', 'Accept', 'Maybe']],
    ['a time in words', 'text-answer', { leaning: 'DECLINED' }, ['Request new time', 'Decline']],
  ])('%s leads to its answers, the likeliest first', async (_name, kind, spec, first) => {
    const { text = '', html } = await read(viewOf(kind, null, spec));
    const labels = [...text.matchAll(/^([^:\n]+):\nhttps:/gm)].map(([, label]) => label);
    expect(labels.slice(0, first.length)).toEqual(first);
    // Who has accepted can only take it back.
    for (const as of spec.partstat === 'ACCEPTED' ? ['declined'] : ['accepted', 'tentative', 'declined']) {
      expect(text).toContain(`https://parley.test/answer?t=ANSWER&as=${as}\n`);
      expect(html).toContain(`https://parley.test/answer?t=ANSWER&amp;as=${as}"`);
    }
    expect(html).toContain(`class="p-primary" href="`);
    expect(text).not.toContain('in your calendar program');
  });

  it.each(['en', 'de', 'es', 'fr', 'ja', 'pt'])(
    'to who has accepted the new time says so to their calendar, and asks for no answer in words, in %s',
    async (language) => {
      const sent = async (kind: 'update' | 'refresh', partstat: 'ACCEPTED' | 'NEEDS-ACTION') => {
        const view = viewOf(kind, 'REQUEST', { partstat });
        const mail = await read({ ...view, recipient: { ...view.recipient, language } });
        const calendar = mail.attachments[0]?.content.toString().replace(/\r\n /g, '') ?? '';
        return { words: mail.text?.split('\n\n')[2], attendee: /^ATTENDEE.*$/m.exec(calendar)?.[0] };
      };
      for (const kind of ['update', 'refresh'] as const) {
        const [accepted, asked] = [await sent(kind, 'ACCEPTED'), await sent(kind, 'NEEDS-ACTION')];
        expect(accepted.attendee).toContain('PARTSTAT=ACCEPTED;RSVP=TRUE');
        expect(asked.attendee).toContain('PARTSTAT=NEEDS-ACTION;RSVP=TRUE');
        expect(accepted.words).toMatch(NO_ANSWER);
        expect(asked.words).not.toMatch(NO_ANSWER);
        expect(asked.words).toMatch(ASKED);
        expect(accepted.words).not.toMatch(ASKED);
      }
    },
  );

  it.each(['en', 'de', 'es', 'fr', 'ja', 'pt'])(
    'that reminds asks whoever has not answered, and nobody who has accepted, in %s',
    async (language) => {
      const words = async (partstat: MessageSpec['partstat'] & string) => {
        const view = viewOf('reminder', null, { partstat });
        const mail = await read({ ...view, recipient: { ...view.recipient, language } });
        return mail.text?.split('\n\n')[2] ?? '';
      };
      const [accepted, maybe, asked] = [
        await words('ACCEPTED'),
        await words('TENTATIVE'),
        await words('NEEDS-ACTION'),
      ];
      expect(accepted).toMatch(NO_ANSWER);
      expect(accepted).not.toMatch(ASKED);
      expect(maybe).toMatch(MAYBE);
      expect(maybe).toMatch(ASKED);
      expect(asked).toMatch(ASKED);
      expect(asked).not.toMatch(MAYBE);
    },
  );

  it('that reminds is no calendar message, and nobody need answer it by a program', async () => {
    const mail = await read(viewOf('reminder', null));
    expect(mail.attachments).toEqual([]);
    expect(mail.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' });
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('x-auto-response-suppress')).toBe('All');
    expect(mail.text).toContain('Bring a problem.');
    expect(mail.text).toContain('Tuesday, 24 November 2026, 15:00 – 15:45 (Berlin, UTC+1)');
  });
});
