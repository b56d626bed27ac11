import { describe, expect, it } from 'vitest';
import { meaning, NO_CALENDAR, owner, START } from './support.ts';

const found = (...owners: ReturnType<typeof owner>[]) => ({ ownersOf: () => Promise.resolve(owners) });

describe('a report about a message of ours', () => {
  const report = (action: string | null, status: string | null) => ({
    report: { originalMessageId: '<ours@parley.test>', recipients: [{ action, status }] },
    autoSubmitted: true,
  });

  it('that it failed is a bounce', async () => {
    const decision = await meaning({
      itip: NO_CALENDAR,
      mail: report('failed', '5.1.1'),
      ports: found(owner({})),
    });
    expect(decision).toMatchObject({
      understood: 'bounce',
      reason: '5.1.1',
      uid: 'uid',
      delivery: { messageId: '<ours@parley.test>', event: 'bounced', detail: 'failed 5.1.1' },
      event: { type: 'bounced', attendeeId: 'guest', method: 'REQUEST', sequence: 0 },
    });
  });

  it('is known by the return path, also when it names another message', async () => {
    const ports = found(owner({ meetingId: 'another' }), owner({ via: 'bounce' }));
    const decision = await meaning({ itip: NO_CALENDAR, mail: report('failed', '5.0.0'), ports });
    expect(decision.meeting).toMatchObject({ meetingId: 'room' });
  });

  it('that it is delayed waits', async () => {
    const decision = await meaning({
      itip: NO_CALENDAR,
      mail: report('delayed', '4.4.1'),
      ports: found(owner({})),
    });
    expect(decision).toMatchObject({ understood: 'bounce', delivery: { event: 'deferred' }, event: null });
  });

  it('that says nothing understandable, or is about nothing of ours, is ignored', async () => {
    const unclear = await meaning({ itip: NO_CALENDAR, mail: report(null, null), ports: found(owner({})) });
    expect(unclear).toMatchObject({ understood: 'ignored', reason: 'report-not-understood', event: null });
    const unknown = await meaning({ itip: NO_CALENDAR, mail: report('failed', '5.1.1') });
    expect(unknown).toMatchObject({ understood: 'ignored', reason: 'report-unproven' });
  });
});

describe('words', () => {
  const words = { text: 'Can we do 3pm?', inReplyTo: ['<ours@parley.test>'] };
  const suggestion = { startMs: START + 3_600_000, endMs: START + 7_200_000 };

  it('in answer to an invitation get a link, with the time that they name', async () => {
    const decision = await meaning({
      itip: NO_CALENDAR,
      mail: words,
      ports: { ...found(owner({})), timeInText: () => Promise.resolve(suggestion) },
    });
    expect(decision).toMatchObject({
      understood: 'text',
      uid: 'uid',
      attendeeId: 'guest',
      event: { type: 'text-received', attendeeId: 'guest', suggestion, leaning: null },
    });
  });

  it.each([
    ['of an answer is ours, and names no time', ['<ours@parley.test>'], null],
    ['of a new mail is the writer’s', [], suggestion],
  ])('in the subject alone: that %s', async (_what, inReplyTo, suggested) => {
    const decision = await meaning({
      itip: NO_CALENDAR,
      mail: { text: '', subject: 'Re: Practice Session — Invitation: Standup 10:00, 17 May', inReplyTo },
      ports: { ...found(owner({ via: 'reply' })), timeInText: () => Promise.resolve(suggestion) },
    });
    expect(decision).toMatchObject({ understood: 'text', event: { suggestion: suggested } });
  });

  it.each([
    ['a program', { ...words, autoSubmitted: true }, 'automatic'],
    ['nobody in particular', { ...words, from: null }, 'unexpected-sender'],
    ['somebody else', { ...words, from: 'someone@example.net' }, 'unexpected-sender'],
    ['the attendee, without any', { ...words, text: ' ' }, 'no-text'],
  ])('of %s get nothing', async (_who, mail, reason) => {
    const decision = await meaning({ itip: NO_CALENDAR, mail, ports: found(owner({})) });
    expect(decision).toMatchObject({ understood: 'ignored', reason, event: null });
  });

  it('that answer nothing of ours get nothing', async () => {
    expect(await meaning({ itip: NO_CALENDAR, mail: words })).toMatchObject({ reason: 'no-calendar' });
  });

  it('get one answer a day', async () => {
    const ports = { ...found(owner({})), decidedSince: () => Promise.resolve(1) };
    expect(await meaning({ itip: NO_CALENDAR, mail: words, ports })).toMatchObject({
      understood: 'ignored',
      reason: 'answered-lately',
    });
  });

  it('are also what only Outlook can read: its writer is asked to use the link', async () => {
    const mail = { ...words, text: '', problem: 'tnef-unreadable' };
    const decision = await meaning({ itip: NO_CALENDAR, mail, ports: found(owner({})) });
    expect(decision).toMatchObject({ understood: 'text', event: { suggestion: null } });
  });
});

describe('what came to the return path of a message from nobody', () => {
  const notice = { status: null, recipients: [], messageIds: [], otherReport: null };
  const sent = (
    { words: said = null, ...about }: Partial<typeof notice> & { words?: 'failed' | 'delayed' | null },
    ports = found(owner({ via: 'bounce' })),
  ) =>
    meaning({
      itip: NO_CALENDAR,
      mail: {
        from: 'server@example.net',
        notice: { ...notice, ...about, words: said },
        autoSubmitted: true,
      },
      message: { fromNobody: true },
      ports,
    });

  it('is about that message, whatever it is', async () => {
    expect(await sent({ words: 'failed' })).toMatchObject({
      understood: 'bounce',
      event: { type: 'bounced' },
    });
    expect(await sent({ words: 'delayed' })).toMatchObject({
      understood: 'bounce',
      reason: 'delayed',
      event: null,
    });
    expect(await sent({})).toMatchObject({
      understood: 'ignored',
      reason: 'automatic',
      uid: 'uid',
      event: null,
    });
  });

  it('is no report at another address, where a person may say such words', async () => {
    const decision = await sent({ words: 'failed' }, found(owner({ via: 'reply' })));
    expect(decision).toMatchObject({ reason: 'automatic', delivery: null, event: null });
  });
});

describe('what Outlook alone can read', () => {
  const tnef = { text: '', problem: 'tnef-unreadable', tnef: 'DECLINED' as const };

  it('counts as the answer that it names, of whom it was written to', async () => {
    const own = await meaning({ itip: NO_CALENDAR, mail: tnef, ports: found(owner({ via: 'reply' })) });
    expect(own).toMatchObject({
      understood: 'reply',
      reason: 'tnef',
      event: { type: 'answered', partstat: 'DECLINED' },
    });
    const answering = await meaning({
      itip: NO_CALENDAR,
      mail: { ...tnef, inReplyTo: ['<ours@parley.test>'] },
      ports: found(owner({})),
    });
    expect(answering).toMatchObject({ understood: 'reply', attendeeId: 'guest' });
  });

  it('is asked for where nothing proves whose it is', async () => {
    const decision = await meaning({
      itip: NO_CALENDAR,
      mail: { ...tnef, from: 'guest@alias.example.net' },
      ports: { ...found(owner({})), mode: 'enforce' },
    });
    expect(decision).toMatchObject({
      understood: 'confirm',
      reason: expect.stringMatching(/^tnef-/) as string,
    });
  });

  it('and proposes another time gets the link', async () => {
    const decision = await meaning({
      itip: NO_CALENDAR,
      mail: { ...tnef, tnef: 'COUNTER' },
      ports: found(owner({ via: 'reply' })),
    });
    expect(decision).toMatchObject({ understood: 'text', reason: 'tnef-unreadable' });
  });

  it.each(['smime-encrypted', 'pgp-encrypted'])(
    'is like what is %s: its writer gets the link',
    async (problem) => {
      const decision = await meaning({
        itip: NO_CALENDAR,
        mail: { text: '', problem },
        ports: found(owner({ via: 'reply' })),
      });
      expect(decision).toMatchObject({ understood: 'text', reason: problem });
    },
  );
});

describe('a report about a sign-in mail', () => {
  const mail = { tenantId: 'tenant', messageId: '<sign-in@parley.test>', recipient: 'owner@example.org' };
  const signIns = (...vias: ('bounce' | 'message-id')[]) => ({
    signInMailsOf: () => Promise.resolve(vias.map((via) => ({ ...mail, via }))),
  });
  const report = (action: string | null, status: string | null) => ({
    report: { originalMessageId: mail.messageId, recipients: [{ action, status }] },
    autoSubmitted: true,
  });

  it('is about that mail, and about no meeting that it names besides', async () => {
    const decision = await meaning({ mail: report('failed', '5.1.1'), ports: signIns('message-id') });
    expect(decision).toMatchObject({
      understood: 'bounce',
      reason: '5.1.1',
      uid: null,
      meeting: null,
      attendee: 'owner@example.org',
      delivery: { tenantId: 'tenant', messageId: '<sign-in@parley.test>', event: 'bounced' },
      event: null,
    });
  });

  it('that it is delayed waits; that somebody is away changes nothing', async () => {
    const late = await meaning({
      itip: NO_CALENDAR,
      mail: report('delayed', '4.4.1'),
      ports: signIns('bounce'),
    });
    expect(late).toMatchObject({ understood: 'bounce', delivery: { event: 'deferred' } });
    const away = await meaning({
      itip: NO_CALENDAR,
      mail: { autoSubmitted: true },
      message: { fromNobody: true },
      ports: signIns('bounce'),
    });
    expect(away).toMatchObject({ understood: 'ignored', reason: 'automatic', delivery: null });
  });

  it('that is one by the rules counts also from the address that it is about', async () => {
    const from = mail.recipient;
    const by = { mail: { ...report('failed', '5.1.1'), from }, ports: signIns('bounce') };
    expect((await meaning(by)).delivery).toMatchObject({ event: 'bounced' });
  });

  it('is never looked for in what a person writes', async () => {
    const ports = { signInMailsOf: () => Promise.reject(new Error('asked')) };
    await expect(meaning({ itip: NO_CALENDAR, mail: { text: 'Hello' }, ports })).resolves.toBeDefined();
  });
});
