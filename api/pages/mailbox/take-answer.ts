import type { Context } from 'koa';
import { NotAnInvitation, type ClientAnswer } from '../../../adapters/mail/client-answer.ts';
import type { ApiDeps } from '../../deps.ts';
import { sendNotFound } from '../errors.tsx';
import { readForm } from '../form-body.ts';
import { pathTo, seeOther } from '../render.tsx';
import { resolveLocal } from '../time/local.ts';
import { isZone } from '../time/zone.ts';
import { sendAnswer } from './answer.ts';
import { openLetter, type Letter } from './letter.ts';
import type { MailboxMessage, MailboxReader } from './reader.ts';
import type { Said } from './said.ts';

const PARTSTATS = { accept: 'ACCEPTED', tentative: 'TENTATIVE', decline: 'DECLINED' } as const;

/** Sends what a button under an invitation says, as real mail through the listener. */
export async function takeAnswer(ctx: Context, deps: ApiDeps, mailbox: MailboxReader): Promise<void> {
  const form = await readForm(ctx);
  const message = await mailbox.get(form.get('id') ?? '');
  if (!message) return sendNotFound(ctx, deps);
  const zone = form.get('zone') ?? '';
  const said = await send(deps, message, form);
  seeOther(ctx, pathTo('/dev/mailbox', { to: message.to, zone, said }));
}

async function send(deps: ApiDeps, message: MailboxMessage, form: URLSearchParams): Promise<Said> {
  const letter = await openLetter(message);
  const answer = readAnswer(letter, form);
  const organizer = letter.calendar?.event.organizer;
  if (answer === 'no-time') return answer;
  if (answer === 'unanswerable' || !organizer) return 'unanswerable';
  try {
    await sendAnswer(deps.config.smtpIn, {
      invitation: message,
      organizer,
      answer,
      nowMs: deps.clock.nowMs(),
    });
  } catch (error) {
    if (error instanceof NotAnInvitation) return 'unanswerable';
    deps.log.warn({ err: error }, 'the mailbox could not send an answer');
    return 'unsent';
  }
  return typeof answer === 'string' ? answer : 'counter';
}

function readAnswer(
  letter: Letter,
  form: URLSearchParams,
): ClientAnswer['answer'] | 'no-time' | 'unanswerable' {
  const name = form.get('answer') ?? '';
  if (Object.hasOwn(PARTSTATS, name)) return PARTSTATS[name as keyof typeof PARTSTATS];
  const time = letter.calendar?.event.time;
  if (name !== 'counter' || !time) return 'unanswerable';
  const zone = form.get('zone');
  const local = { date: form.get('date') ?? '', time: (form.get('time') ?? '').slice(0, 5) };
  const start = resolveLocal(local, isZone(zone) ? zone : 'UTC');
  if (start.kind !== 'instant') return 'no-time';
  return { counter: { startMs: start.ms, endMs: start.ms + (time.endMs - time.startMs) } };
}
