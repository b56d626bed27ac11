import type { Context } from 'koa';
import { NotAnInvitation, type ClientAnswer } from '../../../adapters/mail/client-answer.ts';
import type { ApiDeps } from '../../deps.ts';
import { sendNotFound } from '../errors.tsx';
import { readForm } from '../form-body.ts';
import type { Again } from '../forms/submitted.ts';
import { pathTo, seeOther } from '../render.tsx';
import { sendAnswer } from './answer.ts';
import { readCounter } from './counter.ts';
import { openLetter, type Letter } from './letter.ts';
import type { MailboxMessage, MailboxReader } from './reader.ts';
import { showMailbox } from './show.tsx';
import type { Said } from './said.ts';

const PARTSTATS = { accept: 'ACCEPTED', tentative: 'TENTATIVE', decline: 'DECLINED' } as const;

/** Sends what a button under an invitation says, as real mail through the listener. */
export async function takeAnswer(ctx: Context, deps: ApiDeps, mailbox: MailboxReader): Promise<void> {
  const form = await readForm(ctx);
  const message = await mailbox.get(form.get('id') ?? '');
  if (!message) return sendNotFound(ctx, deps);
  const zone = form.get('zone') ?? '';
  const letter = await openLetter(message);
  const { answer, again } = readAnswer(letter, form);
  if (again) {
    return showMailbox(ctx, deps, mailbox, {
      person: message.to,
      zone,
      again: { id: message.id, form: again },
    });
  }
  const said = await send(deps, message, letter, answer);
  seeOther(ctx, pathTo('/dev/mailbox', { to: message.to, zone, said }));
}

async function send(
  deps: ApiDeps,
  message: MailboxMessage,
  letter: Letter,
  answer: Answer | null,
): Promise<Said> {
  const organizer = letter.calendar?.event.organizer;
  if (answer === null || !organizer) return 'unanswerable';
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

type Answer = ClientAnswer['answer'];

/** @returns `answer`: null when none can be given; `again`: the form, when what was filled in is no time */
function readAnswer(letter: Letter, form: URLSearchParams): { answer: Answer | null; again?: Again } {
  const name = form.get('answer') ?? '';
  if (Object.hasOwn(PARTSTATS, name)) return { answer: PARTSTATS[name as keyof typeof PARTSTATS] };
  const time = letter.calendar?.event.time;
  if (name !== 'counter' || !time) return { answer: null };
  const { values, again } = readCounter(form, time);
  return values ? { answer: { counter: values } } : { answer: null, again };
}
