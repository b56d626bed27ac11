import { localOf } from '../time/local.ts';
import { zoneLabel } from '../time/zone.ts';
import type { Letter } from './letter.ts';

const ANSWERS = [
  ['accept', 'Accept'],
  ['tentative', 'Tentative'],
  ['decline', 'Decline'],
] as const;

/** The buttons that a calendar program has under an invitation. */
export function AnswerForm({ letter, zone }: { letter: Letter; zone: string }) {
  const time = letter.calendar?.event.time;
  const shown = time ? localOf(time.startMs, zone) : { date: '', time: '' };
  return (
    <div class="answer stack">
      <form method="post" action="/dev/mailbox/answer" aria-label="Answer the invitation">
        <Hidden letter={letter} zone={zone} />
        <div class="replies">
          {ANSWERS.map(([value, label]) => (
            <button class="button quiet compact" type="submit" name="answer" value={value}>
              {label}
            </button>
          ))}
        </div>
      </form>
      <form class="propose" method="post" action="/dev/mailbox/answer" aria-label="Propose a new time">
        <Hidden letter={letter} zone={zone} />
        <div class="field">
          <label for={`date-${letter.id}`}>Another day</label>
          <input id={`date-${letter.id}`} type="date" name="date" required value={shown.date} />
        </div>
        <div class="field">
          <label for={`time-${letter.id}`}>
            Start <span class="muted">{time ? `(${zoneLabel(time.startMs, zone)})` : ''}</span>
          </label>
          <input id={`time-${letter.id}`} type="time" name="time" required value={shown.time} />
        </div>
        <button class="button quiet" type="submit" name="answer" value="counter">
          Propose new time
        </button>
      </form>
    </div>
  );
}

const Hidden = ({ letter, zone }: { letter: Letter; zone: string }) => (
  <>
    <input type="hidden" name="id" value={letter.id} />
    <input type="hidden" name="zone" value={zone} />
  </>
);
