import { simpleParser, type ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../../activities/delivery/ports.ts';
import { createMailComposer } from '../../../adapters/mail/compose.ts';
import { HANDED_OVER } from '../../../domain/meeting/attending.ts';
import { viewOf } from './support.ts';

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
});
