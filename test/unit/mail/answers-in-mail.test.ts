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
const ASKED = /links below|Links unten|enlaces de abajo|liens ci-dessous|下のリンク|links abaixo/;

describe('a message', () => {
  const ANSWERS = ['Accept', 'Maybe', 'Decline'];
  /** They name no time. */
  const WORDS = { suggestion: undefined } as unknown as Partial<MessageSpec>;
  it.each<[string, MessageKind, Partial<MessageSpec>, string[]]>([
    ['an invitation', 'invitation', {}, [...ANSWERS, 'Request new time', 'Join the meeting']],
    ['an update', 'update', {}, [...ANSWERS, 'Request new time', 'Join the meeting']],
    ['one to whoever has accepted', 'refresh', { partstat: 'ACCEPTED' }, ['Join the meeting', ...ANSWERS]],
    ['one to whoever has declined', 'refresh', { partstat: 'DECLINED' }, ANSWERS],
    ['words', 'text-answer', WORDS, [...ANSWERS, 'Request new time']],
    ['a no in words', 'text-answer', { ...WORDS, leaning: 'DECLINED' }, ['Decline', 'Accept', 'Maybe']],
    ['a time in words', 'text-answer', { leaning: 'DECLINED' }, ['Request new time', 'Decline']],
  ])('%s leads to its answers, the likeliest first', async (_name, kind, spec, first) => {
    const { text = '', html } = await read(viewOf(kind, null, spec));
    const labels = [...text.matchAll(/^([^:\n]+):\nhttps:/gm)].map(([, label]) => label);
    expect(labels.slice(0, first.length)).toEqual(first);
    for (const as of ['accepted', 'tentative', 'declined']) {
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
});
