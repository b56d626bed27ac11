import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/reading/mail-tasks.ts';
import { firstSaid } from '../../../domain/itip/inbound.ts';
import { GUEST, meaning, owner } from './support.ts';

const SYSTEM = 'MAILER-DAEMON <mailer-daemon@mx.example.net>';

/** What comes of a whole mail, from the null sender, to the return path of the guest's invitation or another address. */
async function sent(raw: string, via: 'bounce' | 'reply' = 'bounce') {
  const { mail, readings } = await readMail(Buffer.from(raw.replaceAll('\n', '\r\n')));
  return meaning({
    itip: firstSaid(readings),
    mail,
    message: { fromNobody: true, readings },
    ports: { ownersOf: () => Promise.resolve([owner({ via })]) },
  });
}

const letter = (from: string, subject: string, text: string, ...header: string[]): string =>
  [`From: ${from}`, `Subject: ${subject}`, ...header, '', text, ''].join('\n');

const REPLIED = 'Auto-Submitted: auto-replied';
const VACATION = `${REPLIED} (vacation)`;
const AWAY =
  'I am away until 7 December. My mailbox is full of other things; mail that could not be delivered';
const ELSEWHERE = 'Gus <gus@private.example>';

describe('somebody’s absence', () => {
  it.each([
    ['by Sieve', letter(GUEST, 'Re: Invitation', `${AWAY} in time will wait.`, VACATION)],
    ['without a comment', letter(GUEST, 'Re: Invitation', `${AWAY} in time will wait.`, REPLIED)],
    ['of an alias', letter('<guest@alias.example>', 'Re: Invitation', `${AWAY} will wait.`, REPLIED)],
    ['of a sub-address', letter('<guest+x@example.org>', 'Re: Invitation', `${AWAY} will wait.`, REPLIED)],
    ['by Exchange', letter(GUEST, 'Away', `${AWAY} will wait.`, 'Auto-Submitted: auto-generated')],
    ['that says nothing of itself', letter(GUEST, 'Away', 'I am away. If a delivery failed please call.')],
    [
      'who has left',
      letter(GUEST, 'Re: Invitation', 'I no longer work here and this address does not exist.', VACATION),
    ],
    ['with a version or room', letter(GUEST, 'Re: Invitation', 'Room 5.1.1, extension 550 5.1.1', REPLIED)],
    [
      'in French',
      letter(GUEST, 'Re: Invitation', "Je suis absent. En cas d'échec de livraison, appelez.", VACATION),
    ],
    // From an address that nobody knows.
    [
      'by Sieve, elsewhere',
      letter(ELSEWHERE, 'Re: Invitation', 'Room 5.1.1. Mail is undeliverable.', VACATION),
    ],
    ['by the subject of Sieve', letter(ELSEWHERE, 'Auto: Invitation', 'Undeliverable until May.', REPLIED)],
    [
      'with a quote',
      letter(ELSEWHERE, 'Re: Invitation', 'Until Monday.\n\n> If it was undeliverable, tell us.', REPLIED),
    ],
    [
      'with a quote in HTML',
      letter(
        ELSEWHERE,
        'Re: Invitation',
        '<p>Until Monday.</p><blockquote type="cite">If it was undeliverable, tell us.</blockquote>',
        ...[REPLIED, 'Content-Type: text/html'],
      ),
    ],
    ...[
      'I am out until Monday; mail could not be delivered.',
      'I have left; the mailbox does not exist.',
      'Ich bin bis Montag nicht erreichbar, Zustellung fehlgeschlagen heißt nichts.',
      'Je suis actuellement en déplacement. En cas d’échec, appelez.',
      'Estoy fuera hasta el lunes. No se pudo entregar a otros.',
      'Estou fora até segunda. Falha na entrega não importa.',
      'Sono fuori fino a lunedì. Mancata consegna: telefonare.',
      'Ik ben tot maandag niet aanwezig; onbestelbaar is niets.',
    ].map((text): [string, string] => ['in words', letter(ELSEWHERE, 'Re: Invitation', text, REPLIED)]),
  ])('%s is recorded, and no bounce', async (_name, raw) => {
    expect(await sent(raw)).toMatchObject({
      ...{ understood: 'ignored', reason: 'automatic', attendeeId: 'guest' },
      ...{ delivery: null, event: null },
    });
  });

  it.each(['automatisk svar', 'Automatyczna odpowiedź', 'Автоматический ответ', '자동 회신'])(
    'with the subject of a program in another language, %s, likewise',
    async (subject) => {
      const subjectWord = `=?utf-8?b?${Buffer.from(subject).toString('base64')}?=`;
      expect(await sent(letter(ELSEWHERE, subjectWord, 'Undeliverable.', REPLIED))).toMatchObject({
        understood: 'ignored',
      });
    },
  );

  it.each([
    ['a mail system', letter(SYSTEM, 'x', 'This address does not exist any longer.', REPLIED)],
    ['what it makes by itself', letter(SYSTEM, 'x', 'Undeliverable.', 'Auto-Submitted: auto-generated')],
    ['another server', letter('<server@example.org>', 'x', 'Your message could not be delivered.', REPLIED)],
    ['a system that quotes all it says', letter(SYSTEM, 'x', '> 550 5.1.1 no such user', REPLIED)],
    [
      'groups of fields from the addressee',
      letter(GUEST, 'x', 'Final-Recipient: rfc822; guest@example.org\nAction: failed\nStatus: 5.1.1'),
    ],
  ])('is not what %s says: that is a bounce', async (_name, raw) => {
    expect(await sent(raw)).toMatchObject({ understood: 'bounce', event: { type: 'bounced' } });
  });
});

const report = (type: string, part: string, says: string, text: string, from = SYSTEM): string =>
  letter(
    from,
    'Read: Invitation',
    `--b\n\n${text}\n--b\nContent-Type: message/${part}\n\n${says}\n--b--`,
    ...['MIME-Version: 1.0', `Content-Type: multipart/report; report-type=${type}; boundary=b`],
  );

describe('a report about something else than a delivery', () => {
  const fields = (disposition: string) =>
    `Reporting-UA: x\nFinal-Recipient: rfc822; ${GUEST}\nDisposition: manual-action/MDN-sent-manually; ${disposition}`;
  const receipt = (disposition: string, text: string, from?: string) =>
    report(
      'disposition-notification',
      ...(['disposition-notification', fields(disposition), text, from] as const),
    );

  it.each(['displayed', 'deleted', 'dispatched', 'processed', 'displayed/error'])(
    'that it was %s is recorded as arrived, whatever its words are',
    async (disposition) => {
      const [named] = disposition.split('/');
      for (const text of [
        'Messages that could not be delivered are reported separately.',
        'Read with Mail for Windows 5.1.1',
        'Zustellung an andere Empfänger kann fehlgeschlagen sein.',
      ]) {
        expect(await sent(receipt(disposition, text))).toMatchObject({
          ...{ understood: 'bounce', reason: `receipt-${named}`, event: null },
          delivery: { event: 'delivered', detail: named },
        });
      }
    },
  );

  it.each(['failed', 'error'])('that it %s is recorded, and no bounce', async (disposition) => {
    expect(await sent(receipt(disposition, 'Undeliverable.'))).toMatchObject({
      ...{ understood: 'ignored', reason: `receipt-${disposition}` },
      ...{ delivery: null, event: null },
    });
  });

  it('is one by its type alone, too, and from whomever', async () => {
    const bare = report('disposition-notification', 'x', 'Undeliverable', 'Undeliverable', GUEST);
    expect(await sent(bare)).toMatchObject({ understood: 'ignored', reason: 'receipt-unclear' });
    const other = report('"x-scan"', 'x', 'Action: failed\nStatus: 5.1.1', 'Undeliverable');
    expect(await sent(other)).toMatchObject({ understood: 'ignored', reason: 'report-not-understood' });
  });

  it('that somebody complained is recorded', async () => {
    const complaint = report(
      'feedback-report',
      'feedback-report',
      'Feedback-Type: abuse',
      'Rejected as spam',
    );
    expect(await sent(complaint)).toMatchObject({ understood: 'ignored', reason: 'complaint' });
  });

  it('is none where the fields of a delivery stand, whatever type it names', async () => {
    for (const type of ['disposition-notification', 'delivery-status', 'x']) {
      const raw = report(type, 'delivery-status', 'Action: failed\nStatus: 5.1.1', 'Sorry');
      expect(await sent(raw)).toMatchObject({ understood: 'bounce', event: { type: 'bounced' } });
    }
  });
});

describe('an answer that came to the return path', () => {
  const calendar = (method: string, says = '') =>
    [
      ...['BEGIN:VCALENDAR', `METHOD:${method}`, 'BEGIN:VEVENT', 'UID:uid', 'SEQUENCE:0'],
      ...['DTSTAMP:20300510T140000Z', 'DTSTART:20300517T160000Z', 'DTEND:20300517T170000Z'],
      ...[`ATTENDEE${says}:mailto:${GUEST}`, 'END:VEVENT', 'END:VCALENDAR'],
    ].join('\n');
  const answer = (method: string, says?: string, from = GUEST, type = 'text/calendar') =>
    letter(from, 'Declined', calendar(method, says), `Content-Type: ${type}; method=${method}`);

  it.each([
    ['REPLY', ';PARTSTAT=DECLINED', 'reply'],
    ['COUNTER', '', 'counter'],
    ['REFRESH', '', 'refresh'],
    ['REPLY', ';PARTSTAT=SPOILT', 'text'],
  ])(
    'from the null sender by %s%s is understood as at the reply address',
    async (method, says, understood) => {
      const decision = await sent(answer(method, says));
      expect(decision).toMatchObject({ understood });
      expect(decision).toEqual(await sent(answer(method, says), 'reply'));
    },
  );

  it('is none within what was returned, nor beside a mail system’s own words', async () => {
    const returned = letter(
      SYSTEM,
      'Undeliverable',
      `--b\n\nUndeliverable.\n--b\nContent-Type: message/rfc822; name=a.ics\n\n${answer('REPLY', ';PARTSTAT=DECLINED')}\n--b--`,
      ...['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'],
    );
    const beside = answer('REPLY', ';PARTSTAT=DECLINED', SYSTEM).replace('Declined', 'Undeliverable');
    for (const raw of [returned, returned.replace(SYSTEM, 'x@example.net'), beside]) {
      expect(await sent(raw)).toMatchObject({ understood: 'bounce', event: { type: 'bounced' } });
    }
  });

  it('tells nobody the parties’ addresses, however they are spelled', async () => {
    const noted = answer('COUNTER').replace('UID:uid', 'UID:uid\nCOMMENT:I am guest (at) example dot org');
    expect(await sent(noted)).toMatchObject({ event: { note: 'I am (address hidden)' } });
  });

  it('and words there are answered by nobody', async () => {
    expect(await sent(letter(GUEST, 'Re: Invitation', 'Can we do 3pm?'))).toMatchObject({
      understood: 'ignored',
    });
  });
});

it('a mail system whose language nobody reads is told as that, and as nobody’s absence', async () => {
  const unread = letter(SYSTEM, 'Nachricht', 'Ubulgu eskap ana.', 'Auto-Submitted: auto-generated');
  expect(await sent(unread)).toMatchObject({ understood: 'ignored', reason: 'report-not-understood' });
});
