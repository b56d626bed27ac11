import proto from '@temporalio/proto';
import { expect, it } from 'vitest';
import { messagesIn } from '../support/mail-servers/client.ts';
import type { MailboxServer } from '../support/mail-servers/dovecot.ts';
import { requireTool } from '../support/require-tool.ts';
import { tryService } from '../support/services.ts';
import { stopSignal } from '../../workflows/mailbox/messages.ts';
import { mailboxOf } from './support/mailbox-of.ts';
import type { Watching } from './support/mailbox-watch.ts';
import { onDovecot, someone, type GivenDovecot } from './support/on-dovecot.ts';
import { eventually, numberedIds, Taken } from './support/taken.ts';

const { missing } = await tryService('dovecot');

let server: MailboxServer;
let begin: GivenDovecot['begin'];
let deliver: GivenDovecot['deliver'];

requireTool('Dovecot', missing)('a watched mailbox', () => {
  onDovecot((given) => ({ server, begin, deliver } = given));

  it('gives what is there and what arrives to ingest, once and in order, with the envelope of its server', async () => {
    const [taken, address] = [new Taken(), someone()];
    await deliver(address, 1, 2);
    await begin(taken, mailboxOf(server, address));
    await taken.until(2);
    await deliver(address.replace('@', '+reply@'), 3);
    expect(await taken.until(3)).toEqual(numberedIds(3));
    expect(taken.messages[2]).toMatchObject({
      door: 'imap',
      tenantId: null,
      session: null,
      envelope: { from: 'sender@example.com', to: [address.replace('@', '+reply@')] },
    });
    expect(taken.messages[2]?.raw.toString()).toContain('\r\n\r\nHello\r\n');
  });

  it('keeps what it took in and flags it', async () => {
    const [taken, address] = [new Taken(), someone()];
    await deliver(address, 1);
    await begin(taken, mailboxOf(server, address));
    await eventually('flagged', async () =>
      (await messagesIn(server, address)).every((message) => message.flags.has('$ParleyHandled')),
    );
    expect(await messagesIn(server, address)).toHaveLength(1);
  });

  it('moves it to a folder, which it makes, when that is configured', async () => {
    const [taken, address] = [new Taken(), someone()];
    await deliver(address, 1, 2);
    await begin(taken, mailboxOf(server, address, { handled: { move: 'Parley/Handled' } }));
    await eventually('moved', async () => (await messagesIn(server, address)).length === 0);
    expect(await messagesIn(server, address, 'Parley.Handled')).toHaveLength(2);
  });

  it('goes on after a restart where it was, with what came in the meantime', async () => {
    const [taken, address] = [new Taken(), someone()];
    const watching = await begin(taken, mailboxOf(server, address, { handled: 'none' }));
    await deliver(address, 1);
    await taken.until(1);
    await watching.stop();
    await deliver(address, 2, 3);
    await watching.again();
    expect(await taken.until(3)).toEqual(numberedIds(3));
  });

  it('is watched by one activity after another, each for so many messages', async () => {
    const [taken, address] = [new Taken(), someone()];
    await deliver(address, 1, 2, 3, 4, 5);
    const mailbox = mailboxOf(server, address, { handled: { move: 'Parley/Handled' } });
    const watching = await begin(taken, mailbox, { limits: { forMs: 60_000, messages: 2 } });
    await taken.until(5);
    await deliver(address, 6);
    expect(await taken.until(6)).toEqual(numberedIds(6));
    expect((await happened(watching)).filter((type) => type === COMPLETED).length).toBeGreaterThan(0);
  });

  it('is left in good order by a worker that stops, and nobody waits for a heartbeat to be missed', async () => {
    const [taken, address] = [new Taken(), someone()];
    const watching = await begin(taken, mailboxOf(server, address));
    await deliver(address, 1);
    await taken.until(1);
    await watching.stop();
    expect(await happened(watching)).toContain(COMPLETED);
  });

  it('is not watched any more when its workflow is told to stop, until a worker starts again', async () => {
    const [taken, address] = [new Taken(), someone()];
    const watching = await begin(taken, mailboxOf(server, address));
    await deliver(address, 1);
    await taken.until(1);
    const handle = watching.client.workflow.getHandle(watching.workflowId);
    await handle.signal(stopSignal);
    await handle.result();
    await watching.stop();
    await deliver(address, 2);
    expect(taken.ids).toEqual(numberedIds(1));
    await watching.again();
    expect(await taken.until(2)).toEqual(numberedIds(2));
  });

  it('is watched once, however many workers see to it', async () => {
    const [taken, address] = [new Taken(), someone()];
    const mailbox = mailboxOf(server, address, { handled: 'none' });
    await begin(taken, mailbox);
    const second = await begin(taken, mailbox);
    await deliver(address, 1);
    await taken.until(1);
    await second.stop();
    await deliver(address, 2);
    expect(await taken.until(2)).toEqual(numberedIds(2));
  });
});

const COMPLETED = proto.temporal.api.enums.v1.EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED;

const happened = async ({ client, workflowId }: Watching) =>
  ((await client.workflow.getHandle(workflowId).fetchHistory()).events ?? []).map((event) => event.eventType);
