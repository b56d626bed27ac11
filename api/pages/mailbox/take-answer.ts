import type { Context } from 'koa';
import type { ApiDeps } from '../../deps.ts';
import { sendNotFound } from '../errors.tsx';
import { readForm } from '../form-body.ts';
import { pathTo, seeOther } from '../render.ts';
import { resolveLocal } from '../time/local.ts';
import { isZone } from '../time/zone.ts';
import { answerMail, sendAnswer, type ClientAnswer } from './answer.ts';
import { openLetter, type Letter } from './letter.ts';
import type { MailboxReader } from './reader.ts';

const PARTSTATS = { accept: 'ACCEPTED', tentative: 'TENTATIVE', decline: 'DECLINED' } as const;

/** Sends what a button under an invitation says, as real mail through the listener. */
export async function takeAnswer(ctx: Context, deps: ApiDeps, mailbox: MailboxReader): Promise<void> {
  const form = await readForm(ctx);
  const message = await mailbox.get(form.get('id') ?? '');
  if (!message) return sendNotFound(ctx, deps);
  const zone = form.get('zone') ?? '';
  const said = await send(deps, await openLetter(message), form);
  seeOther(ctx, pathTo('/dev/mailbox', { to: message.to, zone, said }));
}

/** @returns what the page says about it */
async function send(deps: ApiDeps, letter: Letter, form: URLSearchParams): Promise<string> {
  const answer = readAnswer(letter, form);
  if (typeof answer === 'string') return answer;
  const mail = letter.calendar && answerMail(letter.calendar, letter.to, answer, deps.clock.nowMs());
  if (!mail) return 'unanswerable';
  try {
    await sendAnswer(deps.config.smtpIn, mail);
  } catch (error) {
    deps.log.warn({ err: error }, 'the mailbox could not send an answer');
    return 'unsent';
  }
  return answer.kind === 'reply' ? answer.partstat : 'counter';
}

function readAnswer(letter: Letter, form: URLSearchParams): ClientAnswer | 'no-time' | 'unanswerable' {
  const name = form.get('answer') ?? '';
  if (Object.hasOwn(PARTSTATS, name)) {
    return { kind: 'reply', partstat: PARTSTATS[name as keyof typeof PARTSTATS] };
  }
  const time = letter.calendar?.event.time;
  if (name !== 'counter' || !time) return 'unanswerable';
  const zone = form.get('zone');
  const start = resolveLocal(
    { date: form.get('date') ?? '', time: (form.get('time') ?? '').slice(0, 5) },
    isZone(zone) ? zone : 'UTC',
  );
  if (start.kind !== 'instant') return 'no-time';
  return { kind: 'counter', time: { startMs: start.ms, endMs: start.ms + (time.endMs - time.startMs) } };
}
