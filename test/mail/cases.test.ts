import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Understood } from '../../activities/understanding/decision.ts';
import { createMailAuthenticator } from '../../adapters/mail/authentication/authenticator.ts';
import type { Partstat } from '../../domain/ical/partstat.ts';
import { caseMail, caseNames } from '../support/case-mail.ts';
import { MeetingScript, type SeenMail } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';
import { answerOf } from '../support/attendees.ts';

/** What has to come of a mail that is sent to a fresh meeting. */
interface Right {
  /** `reply`: the invitation's Reply-To; `org`: the ORGANIZER; `back`: the return path, from the null sender. */
  to: 'reply' | 'org' | 'back';
  understood: Understood;
  reason?: string;
  /** How the guest stands afterwards; NEEDS-ACTION when absent. */
  answer?: Partstat;
  /** The kinds of the mails that the guest gets after the invitation. */
  mails?: string[];
  /** The newest line of the meeting's story. */
  story: string;
  /** The meeting moves a day before the mail comes. */
  afterMove?: true;
  /** What is right is not reached yet. */
  notYet?: true;
}

const answered = (answer: Partstat): Right => ({
  to: 'reply',
  understood: 'reply',
  answer,
  story: answer.toLowerCase(),
});
const bounced = (about: Partial<Right> = {}): Right => ({
  to: 'back',
  understood: 'bounce',
  story: 'bounced',
  ...about,
});
const words: Right = { to: 'reply', understood: 'text', mails: ['text-answer'], story: 'wrote' };

const CASES: Record<string, Right> = {
  '01-colon-in-bare-cn': { ...answered('ACCEPTED') },
  '03-semicolon-in-bare-cn': { ...answered('ACCEPTED') },
  '04-one-quote-in-cn': { ...answered('ACCEPTED') },
  '06-address-in-brackets': { ...answered('ACCEPTED') },
  '09-mailto-twice': { ...answered('ACCEPTED') },
  '10-instances-then-the-event': { ...answered('ACCEPTED') },
  '12-event-of-another-uid-first': { ...answered('TENTATIVE') },
  '15-alias-in-attendee-alone': { ...answered('ACCEPTED') },
  '17-alias-in-from-and-attendee': {
    to: 'reply',
    understood: 'confirm',
    mails: ['confirm-answer'],
    story: 'answer-held',
  },
  '19-delegated': {
    to: 'reply',
    understood: 'reply',
    reason: 'partstat-delegated',
    mails: ['delegation-refused'],
    story: 'delegation-refused',
  },
  '20-smime-signed-opaque': answered('ACCEPTED'),
  '23-only-a-subject': { ...words },
  '24-words-beside-our-own-request': { ...words },
  '26-clock-ahead-then-decline': { ...answered('DECLINED') },
  '28-winmail-accepts': answered('ACCEPTED'),
  '30-report-without-action': bounced(),
  '33-report-without-recipient': bounced(),
  '34-report-in-words-alone': bounced(),
  '36-report-within-a-message': bounced(),
  '39-report-returns-message-partial': bounced({ to: 'org' }),
  // It was about the time before: nothing could come of a "yes", and both have accepted the new one by agreeing on it.
  '40-stale-answer-is-asked-for': {
    to: 'org',
    understood: 'ignored',
    reason: 'answer-to-an-earlier-time',
    story: 'proposal-approved',
    mails: ['update'],
    answer: 'ACCEPTED',
    afterMove: true,
  },
};

/** What is sent before the mail itself, and has to be taken as an answer first. */
const BEFORE: Record<string, Partstat> = { '26-clock-ahead-then-decline': 'ACCEPTED' };

const returnPaths = new Map<string, string>();
let world: World;
beforeAll(async () => {
  world = await createWorld({
    mailAuth: {
      mode: 'enforce',
      authenticator: createMailAuthenticator({ authservIds: [], trustedSealers: [] }),
    },
    refuseMail: ({ from, raw }) => {
      returnPaths.set(headerOf(raw.toString(), 'Message-ID'), from);
      return undefined;
    },
  });
});
afterAll(() => world?.stop());

const headerOf = (raw: string, name: string): string =>
  new RegExp(`^${name}: ([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)`, 'im').exec(raw)?.[1]?.trim() ?? '';

const addressIn = (header: string): string => /[^\s<>,]+@[^\s<>,]+/.exec(header)?.[0] ?? '';

it('every case is in the table, and nothing else', () => {
  expect(Object.keys(CASES).sort()).toEqual(caseNames());
});

for (const [name, right] of Object.entries(CASES)) {
  (right.notYet ? it.fails : it)(name, async () => {
    const script = await MeetingScript.booked(world, { policy: 'soft' });
    if (right.afterMove) await moveByADay(script);
    const sent = right.afterMove ? 2 : 1;
    const invitation = (await script.mail('guest', sent)).at(-1)!;
    const first = BEFORE[name];
    if (first !== undefined) {
      expect((await send(script, `${name}.before`, right.to, invitation)).understood).toBe('reply');
      await script.until((now) => answerOf(now, 'guest').partstat === first);
    }
    const understanding = await send(script, name, right.to, invitation);
    await vi.waitFor(async () => expect(await seen(script)).toEqual(expected(right)), {
      timeout: 8_000,
      interval: 100,
    });
    expect(understanding).toMatchObject({
      understood: right.understood,
      ...(right.reason === undefined ? {} : { reason: right.reason }),
    });
  });
}

const expected = ({ understood, reason, answer = 'NEEDS-ACTION', mails = [], story }: Right) => ({
  // The message is found with its meeting, whatever became of it.
  message: { understood, ...(reason === undefined ? {} : { reason }) },
  answer,
  mails,
  story,
});

/** The newest message about the meeting, and what there is to see of the meeting itself. */
async function seen(script: MeetingScript) {
  const message = await world
    .database('imip_messages')
    .where({ meeting_id: script.meeting.id })
    .orderBy('received_at', 'desc')
    .first<{ decision: Understood; reason: string | null } | undefined>('decision', 'reason');
  const mails: string[] = await world
    .database('outgoing_messages')
    .where({ meeting_id: script.meeting.id, attendee_id: 'guest' })
    .whereNot({ kind: 'invitation' })
    .orderBy('revision')
    .pluck('kind');
  const state = await script.state();
  const named = TABLED_REASONS.has(message?.reason ?? '') ? { reason: message?.reason } : {};
  return {
    message: { understood: message?.decision, ...named },
    answer: answerOf(state, 'guest').partstat,
    mails,
    story: state.timeline.at(-1)?.what,
  };
}

const TABLED_REASONS = new Set(Object.values(CASES).flatMap(({ reason }) => reason ?? []));

async function moveByADay(script: MeetingScript): Promise<void> {
  await script.decide('approved', 'host', await script.propose('guest'));
}

async function send(script: MeetingScript, name: string, to: Right['to'], invitation: SeenMail) {
  const { organizerEmail } = world.tenant;
  const target = {
    reply: addressIn(headerOf(invitation.raw, 'Reply-To')),
    org: organizerEmail,
    back: returnPaths.get(invitation.messageId) ?? '',
  }[to];
  const { startMs, endMs, sequence } = await script.state();
  const raw = caseMail(name, {
    uid: script.meeting.uid,
    organizer: organizerEmail,
    attendee: script.addresses.guest,
    to: target,
    sequence,
    startMs,
    endMs,
    invitation: invitation.messageId,
  });
  const isReport = to === 'back' || /^From: MAILER-DAEMON/m.test(raw.toString());
  const from = isReport ? null : script.addresses.guest;
  return world.ingest({ raw, door: 'smtp', envelope: { from, to: [target] }, tenantId: null });
}
