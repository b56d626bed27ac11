import nodemailer from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';
import { MailDeferred, MailRejected, ServerDown, type MailSender } from '../../activities/delivery/ports.ts';
import { isLoopback } from '../../config/loopback.ts';
import { hideAddresses } from '../../domain/meeting/privacy.ts';

export interface SmtpSenderOptions {
  /** Connections kept open at once. */
  connections?: number;
  /**
   * Over `smtp://`: STARTTLS (RFC 3207) with a certificate that is good for the host, or nothing is sent. When absent, for
   * every server but one on this machine.
   */
  requireTls?: boolean | undefined;
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
    // Trying again is the workflow's affair, which waits longer each time and records it.
    maxRequeues: 0,
    requireTLS: options.requireTls ?? !isLoopback(new URL(smtpUrl).hostname),
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

/** The commands that are about the message; whatever fails elsewhere would fail for every message. */
const ABOUT_THE_MESSAGE = ['MAIL FROM', 'RCPT TO', 'DATA'];

interface SmtpFailure {
  responseCode?: number;
  response?: string;
  code?: string;
  command?: string;
  message?: string;
}

/**
 * RFC 5321 §4.2.1: 5yz must not be repeated, 4yz may be; the rest never got as far as an answer. A 5yz to the greeting
 * or to STARTTLS says nothing of the message, and a wrong password is the operator's to put right: neither is a reason
 * to give a message up.
 */
function translate(error: unknown): Error {
  const { responseCode, response, code, command, message } = error as SmtpFailure;
  // Not the error itself: nodemailer's carries the recipients.
  const cause = hideAddresses(response ?? message ?? '');
  const answered = responseCode !== undefined && ABOUT_THE_MESSAGE.includes(command ?? '');
  if (!answered) {
    const what = code === 'ETLS' && command === 'STARTTLS' ? 'starttls-not-offered' : (code ?? 'unknown');
    return what === 'EAUTH' ? new MailDeferred(what, { cause }) : new ServerDown(what, cause);
  }
  if (responseCode >= 500 && !AUTHENTICATION.includes(responseCode))
    return new MailRejected(hideAddresses(response ?? `${responseCode}`));
  return new MailDeferred(`${responseCode}`, { cause });
}

/** RFC 4954 §6: the server wants another login, or any. */
const AUTHENTICATION = [530, 534, 535, 538];
