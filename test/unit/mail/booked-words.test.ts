import { simpleParser, type ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../../activities/delivery/ports.ts';
import { createMailComposer } from '../../../adapters/mail/compose.ts';
import { HANDED_OVER } from '../../../domain/meeting/attending.ts';
import { proposal, viewOf } from './support.ts';

const composer = createMailComposer();
const read = async (view: MessageView): Promise<ParsedMail> =>
  simpleParser((await composer.compose(view)).raw, {});
const withCancel = (view: MessageView): MessageView => ({
  ...view,
  links: {
    ...view.links,
    propose: 'https://parley.test/reschedule?r=P',
    cancel: 'https://parley.test/answer/cancel?t=C',
  },
});

describe('a mail about what is offered to all', () => {
  it('to who booked it says that it is confirmed, and offers to move and cancel it, and no answers', async () => {
    const leads = ['propose', 'cancel', 'join'] as const;
    const booked = { booked: true as const, partstat: 'ACCEPTED' as const, leads };
    const { text = '' } = await read(withCancel(viewOf('invitation', 'REQUEST', booked)));
    for (const part of [
      'Your booking is confirmed',
      '\nChoose another time:',
      '\nCancel:',
      'There is nothing',
    ])
      expect(text).toContain(part);
    for (const part of ['You are invited', 'Accept', 'Maybe', 'Decline']) expect(text).not.toContain(part);
    const reminder = await read(withCancel(viewOf('reminder', null, booked)));
    expect(reminder.text).not.toContain('You have not answered');
  });

  it('promises neither a new time nor a cancellation where there is none', async () => {
    const fixed = { fixed: 'never' as const, leads: ['answer', 'join'] as const };
    const { text = '' } = await read(viewOf('invitation', 'REQUEST', fixed));
    expect(text).toContain('It cannot be moved or cancelled with a link.');
    for (const part of ['Request a new', 'reschedule']) expect(text).not.toContain(part);
  });

  it('says who cancelled it, and who takes it over', async () => {
    const cancelled = await read(viewOf('cancellation', 'CANCEL', { by: 'host' }));
    expect(cancelled.text).toMatch(/(\w+|The host) cancelled it\./);
    const own = await read(viewOf('cancellation', 'CANCEL', { by: 'guest' }));
    expect(own.text).toContain('You cancelled it.');
    const handed = { reason: HANDED_OVER, about: 'host' };
    const over = await read(viewOf('cancellation', 'CANCEL', handed));
    expect(over.text).toMatch(/takes this meeting over/);
    const former = {
      ...viewOf('refresh', 'REQUEST', { ...handed, former: 'host-2' }),
      former: { name: 'Hanna' },
    };
    const { text = '' } = await read(former);
    expect(text).toContain('Hanna does not meet you any more');
    expect(text).not.toContain('Your calendar asked for it');
  });

  it('says until when it can be moved or cancelled where that is before it begins', async () => {
    const until = { changeableUntilMs: Date.UTC(2026, 10, 24, 13, 2) };
    const cancels = { ...until, leads: ['propose', 'cancel', 'join'] as const };
    const { text = '' } = await read(withCancel(viewOf('invitation', 'REQUEST', cancels)));
    expect(text.replaceAll(/\s+/g, ' ')).toMatch(
      /you can move or cancel it until .*24 November 2026.*; no account needed/,
    );
    const asks = await read(viewOf('reminder', null, until));
    expect(asks.text?.replaceAll(/\s+/g, ' ')).toMatch(
      /decline until the meeting starts, and request a new time until .*24 November/,
    );
    const { text: open = '' } = await read(viewOf('invitation', 'REQUEST'));
    expect(open).not.toContain(' until ');
  });

  it('says of a seat given back by whom, who still comes and what is free, and nothing of cancelling', async () => {
    const view = viewOf('guest-declined', null, { about: 'host', seats: { coming: 1, free: 1 } });
    const { text = '', subject } = await read(view);
    expect(subject).toContain('Seat Given Back');
    expect(text.replaceAll(/\s+/g, ' ')).toMatch(
      /\w+ has given the seat back\. One guest still comes; one seat is free for others\./,
    );
    expect(text).not.toContain('cancel');
    const alone = await read(viewOf('guest-declined', null, { about: 'host' }));
    expect(alone.text).toContain('until you cancel it');
  });

  it('about a new host says that the request for another time has ended with the change', async () => {
    const handed = { reason: HANDED_OVER, about: 'host', former: 'host-2' };
    const also = [
      { kind: 'proposal-expired' as const, proposal: { ...proposal, proposedBy: 'guest' }, about: null },
    ];
    const { text = '' } = await read(viewOf('refresh', 'REQUEST', { ...handed, also }));
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'Your request for a new time has ended with the change of host; you can ask again.',
    );
  });

  it('to its host says who booked what with them, and asks for an answer as any invitation', async () => {
    const view = viewOf('invitation', 'REQUEST', { to: 'host', offered: true });
    const others = [
      { id: 'guest', name: 'Ada', timezone: null },
      { id: 'host-2', name: 'Paul', timezone: null },
    ];
    const toHost = { ...view, recipient: { ...view.recipient, id: 'host' }, others };
    const { text = '', subject } = await read(toHost);
    expect(text).toContain(`Ada booked ${view.meeting.title} with you`);
    expect(text).toContain('Accept');
    expect([text.includes('You are invited'), subject?.includes('Invitation')]).toEqual([false, true]);
    const unnamed = await read({ ...toHost, others: [{ id: 'guest', name: null, timezone: null }] });
    expect(unnamed.text).toContain(`Somebody booked ${view.meeting.title} with you`);
  });
});
