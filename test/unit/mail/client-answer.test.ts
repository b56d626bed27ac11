import { describe, expect, it } from 'vitest';
import { composeClientAnswer, NotAnInvitation } from '../../../adapters/mail/client-answer.ts';
import { createMailComposer } from '../../../adapters/mail/compose.ts';
import { parseMime } from '../../../adapters/mail/parse-mime.ts';
import { readItip } from '../../../domain/itip/inbound.ts';
import { START_MS, viewOf } from './support.ts';

const invitation = async () => (await createMailComposer().compose(viewOf('update', 'REQUEST'))).raw;
const identity = { messageId: '<answer@example.com>', dtstampMs: Date.UTC(2026, 10, 21, 8) };

describe('what a calendar program answers to an invitation of ours', () => {
  it.each(['ACCEPTED', 'TENTATIVE', 'DECLINED'] as const)('is a REPLY: %s', async (answer) => {
    const raw = await composeClientAnswer({
      ...identity,
      invitation: await invitation(),
      answer,
      comment: 'ok',
    });
    const mail = await parseMime(raw);
    expect(mail).toMatchObject({
      messageId: '<answer@example.com>',
      from: 'grace@example.com',
      to: ['scheduling@parley.test'],
      inReplyTo: ['<update.REQUEST@parley.test>'],
      autoSubmitted: false,
    });
    expect(readItip(mail.calendars)[0]).toMatchObject({
      kind: 'reply',
      uid: '4f3c@parley.test',
      attendee: 'grace@example.com',
      partstat: answer,
      sequence: 1,
      dtstampMs: identity.dtstampMs,
      comment: 'ok',
    });
  });

  it('is a COUNTER with a new time and a note', async () => {
    const counter = { startMs: START_MS + 86_400_000, endMs: START_MS + 90_000_000 };
    const answer = { counter, note: 'A day later?' };
    const raw = await composeClientAnswer({ ...identity, invitation: await invitation(), answer });
    expect(readItip((await parseMime(raw)).calendars)[0]).toMatchObject({
      kind: 'counter',
      sequence: 1,
      time: counter,
      note: 'A day later?',
    });
  });

  it('is nothing when the message is no invitation', async () => {
    const { raw } = await createMailComposer().compose(viewOf('cancellation', 'CANCEL'));
    const answering = composeClientAnswer({ ...identity, invitation: raw, answer: 'ACCEPTED' });
    await expect(answering).rejects.toBeInstanceOf(NotAnInvitation);
  });
});
