import { randomUUID } from 'node:crypto';
import nodemailer from 'nodemailer';
import { composeClientAnswer } from '../../adapters/mail/client-answer.ts';
import { Difference, same } from './difference.ts';
import type { Letter } from './mailboxes.ts';
import type { Stage } from './stage.ts';

/** The backend: a call with its key. @throws Difference when the answer has another status */
export async function call(
  stage: Stage,
  path: string,
  body: unknown,
  expectedStatus: number,
): Promise<Record<string, unknown>> {
  const response = await fetch(stage.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${stage.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  same(`the status of ${path}`, response.status, expectedStatus);
  return (await response.json()) as Record<string, unknown>;
}

/** The backend looks something up. */
export async function ask(stage: Stage, path: string): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${stage.apiKey}` };
  return (await (await fetch(stage.url + path, { headers })).json()) as Record<string, unknown>;
}

export const look = (stage: Stage, roomId: string): Promise<Record<string, unknown>> =>
  ask(stage, `/api/practice-room/${roomId}`);

/** An attendee presses a button of the calendar program, which answers by mail. */
export async function answer(
  stage: Stage,
  from: string,
  invitation: Letter,
  partstat: 'ACCEPTED' | 'DECLINED',
): Promise<void> {
  const raw = await composeClientAnswer({
    invitation: Buffer.from(invitation.raw),
    answer: partstat,
    messageId: `<${randomUUID()}@calendar.example>`,
    dtstampMs: Date.now(),
  });
  const { host, port } = stage.config.smtpIn;
  const transport = nodemailer.createTransport({ host, port, secure: false });
  const to = stage.config.firstTenant.organizerEmail;
  await transport.sendMail({ envelope: { from, to }, raw });
  transport.close();
}

/** Opens a link, as people and mail scanners do. @throws Difference when the page does not open */
export async function open(url: string): Promise<string> {
  const response = await fetch(url);
  same('the status of the page', response.status, 200);
  return response.text();
}

/** Presses the one button of the page behind a link. */
export async function press(url: string): Promise<void> {
  const { origin, pathname, searchParams } = new URL(url);
  const body = new URLSearchParams({ t: searchParams.get('t') ?? '' });
  const response = await fetch(origin + pathname, { method: 'POST', body });
  if (!response.ok) throw new Difference('the status of the button', 200, response.status);
}
