import nodemailer from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';
import { MailRejected, type MailSender } from '../../activities/ports.ts';
import { hideAddresses } from '../../domain/meeting/privacy.ts';

export interface SmtpSenderOptions {
  /** Connections kept open at once. */
  connections?: number;
}

/** The server could not take the message now (4xx, or no connection); `code` says what happened, without an address. */
export class MailDeferred extends Error {
  readonly code: string;

  constructor(code: string, cause: unknown) {
    super(`the mail server could not take the message: ${code}`, { cause });
    this.name = 'MailDeferred';
    this.code = code;
  }
}

/**
 * Hands messages to a mail server as they are, byte for byte.
 *
 * @param smtpUrl `smtp://` or `smtps://`, with user and password where the server asks for them
 */
export function createSmtpSender(
  smtpUrl: string,
  options: SmtpSenderOptions = {},
): MailSender & { close(): void } {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: options.connections ?? 5,
    // nodemailer's own default of ten minutes would outlive the activity.
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 45_000,
  } as SMTPPool.Options);
  return {
    async send({ from, to, raw }) {
      try {
        const info = (await transport.sendMail({ envelope: { from, to }, raw })) as { response?: string };
        return { response: hideAddresses(info.response ?? '') };
      } catch (error) {
        throw translate(error);
      }
    },
    close: () => transport.close(),
  };
}

/** RFC 4954 §6: the server wants another login, or any. */
const AUTHENTICATION = [530, 534, 535, 538];

/**
 * RFC 5321 §4.2.1: 5yz must not be repeated, 4yz may be; the rest never got as far as an answer.
 * A wrong password is the operator's to put right, and no reason to give a message up.
 */
function translate(error: unknown): Error {
  const { responseCode, response, code, message } = error as {
    responseCode?: number;
    response?: string;
    code?: string;
    message?: string;
  };
  if (responseCode !== undefined && responseCode >= 500 && !AUTHENTICATION.includes(responseCode))
    return new MailRejected(hideAddresses(response ?? `${responseCode}`));
  // Not the error itself: nodemailer's carries the recipients.
  const cause = hideAddresses(response ?? message ?? '');
  return new MailDeferred(
    code === 'EAUTH' || responseCode === undefined ? (code ?? 'unknown') : `${responseCode}`,
    cause,
  );
}
