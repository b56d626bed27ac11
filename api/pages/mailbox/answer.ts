import { randomUUID } from 'node:crypto';
import nodemailer from 'nodemailer';
import { composeClientAnswer, type ClientAnswer } from '../../../adapters/mail/client-answer.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { MailboxMessage } from './reader.ts';

export interface AnswerToSend {
  invitation: MailboxMessage;
  /** The organizer's address, as the invitation names it. */
  organizer: string;
  answer: ClientAnswer['answer'];
  nowMs: Instant;
}

/**
 * Mails an answer to the listener for incoming mail, like the mail server of the person who gives it would.
 *
 * @throws NotAnInvitation, or the listener's refusal
 */
export async function sendAnswer(
  listener: { host: string; port: number },
  { invitation, organizer, answer, nowMs }: AnswerToSend,
): Promise<void> {
  const raw = await composeClientAnswer({
    invitation: Buffer.from(invitation.raw),
    answer,
    messageId: `<${randomUUID()}@mailbox.parley.localhost>`,
    dtstampMs: nowMs,
  });
  const transport = nodemailer.createTransport({
    host: listener.host,
    port: listener.port,
    ignoreTLS: true,
    connectionTimeout: 10_000,
    socketTimeout: 30_000,
  });
  try {
    await transport.sendMail({ envelope: { from: invitation.to, to: organizer }, raw });
  } finally {
    transport.close();
  }
}
