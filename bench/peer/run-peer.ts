import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createSmtpSender } from '../../adapters/mail/smtp-sender.ts';
import { required } from '../../config/index.ts';
import { MeetingScript } from '../../test/support/meeting-script.ts';
import { waitForMail } from '../../test/support/smtp-catcher.ts';
import type { CaughtMessage } from '../../workers/embedded/mail-catcher.ts';
import { workflowBundle } from '../../workers/workflow-bundle.ts';
import type { BenchStack } from '../bench-stack.ts';
import type { OpenLife } from '../throughput.ts';
import {
  approveUpdate,
  bookUpdate,
  proposeUpdate,
  replySignal,
  type BareActivities,
  type bareLife,
} from './workflow.ts';

export interface PeerTimes {
  startsInMs: number;
  readyBeforeMs: number;
  lengthMs: number;
}

/** The peer's worker, beside ours in the same process and on the same server. */
export async function startPeer(stack: BenchStack, times: PeerTimes) {
  const taskQueue = `peer-${randomUUID()}`;
  const connection = await NativeConnection.connect({ address: required(stack.config.temporal, 'address') });
  const mail = createSmtpSender(required(stack.config.mail, 'smtpUrl'));
  const invitation = await anInvitation(stack);
  const activities: BareActivities = {
    commit: () => Promise.resolve(),
    send: async () => void (await mail.send(withOwnId(invitation))),
    room: () => Promise.resolve(),
  };
  const entry = fileURLToPath(new URL('./workflow.ts', import.meta.url));
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: await workflowBundle(stack.config.embedded.cacheDir, entry),
    activities,
  });
  const running = worker.run();

  const open: OpenLife = async (leadMs) => {
    const workflowId = `peer:${randomUUID()}`;
    const { readyBeforeMs, lengthMs } = times;
    const startWorkflowOperation = new WithStartWorkflowOperation<typeof bareLife>('bareLife', {
      workflowId,
      taskQueue,
      args: [{ startMs: Date.now() + times.startsInMs, readyBeforeMs, lengthMs }],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    await stack.client.workflow.executeUpdateWithStart(bookUpdate, { startWorkflowOperation });
    const handle = stack.client.workflow.getHandle(workflowId);
    await handle.signal(replySignal);
    await handle.signal(replySignal);
    const proposedAt = performance.now();
    const newStartMs = Date.now() + leadMs;
    await handle.executeUpdate(proposeUpdate, { args: [newStartMs] });
    await handle.executeUpdate(approveUpdate, { args: [newStartMs] });
    const approvalMs = performance.now() - proposedAt;
    return approvalMs < leadMs ? { workflowId, approvalMs, end: () => handle.result() } : null;
  };
  return {
    open,
    async stop(): Promise<void> {
      worker.shutdown();
      await running;
      await connection.close();
      mail.close();
    },
  };
}

/** What the peer sends: a message of ours, so that the mail server has the same to do for both. */
async function anInvitation(stack: BenchStack): Promise<CaughtMessage> {
  const script = await MeetingScript.booked(stack);
  const [invitation] = await waitForMail(stack.catcher, { to: script.addresses.host });
  if (!invitation) throw new Error('the invitation did not arrive');
  return invitation;
}

/** The mail server drops a message that the recipient already has. */
const withOwnId = ({ from, to, raw }: CaughtMessage): { from: string; to: string; raw: Buffer } => ({
  from,
  to,
  raw: Buffer.from(raw.replace(/^Message-ID: .*$/im, `Message-ID: <${randomUUID()}@example.com>`)),
});
