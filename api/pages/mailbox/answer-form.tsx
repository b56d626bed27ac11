import { zoneWords } from '../../../domain/time/zone-names.ts';
import { Button } from '../forms/button.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import type { Again } from '../forms/submitted.ts';
import { localOf } from '../time/local.ts';
import { COUNTER_FORM } from './counter.ts';
import type { Letter } from './letter.ts';

const ANSWERS = [
  ['accept', 'Accept'],
  ['tentative', 'Tentative'],
  ['decline', 'Decline'],
] as const;

interface AnswerFormProps {
  letter: Letter;
  zone: string;
  /** The proposal of a new time, when it could not be read. */
  again: Again | undefined;
}

/** The buttons that a calendar program has under an invitation. */
export function AnswerForm({ letter, zone, again }: AnswerFormProps) {
  const time = letter.calendar?.event.time;
  const shown = time ? localOf(time.startMs, zone) : { date: '', time: '' };
  const carried = { id: letter.id, zone };
  return (
    <div class="answer stack">
      <Form action="/dev/mailbox/answer" carried={carried} aria-label="Answer the invitation">
        <div class="replies">
          {ANSWERS.map(([value, label]) => (
            <Button look="quiet compact" name="answer" value={value}>
              {label}
            </Button>
          ))}
        </div>
      </Form>
      <Form
        class="propose"
        action="/dev/mailbox/answer"
        of={COUNTER_FORM}
        again={again}
        carried={carried}
        aria-label="Propose a new time"
      >
        <Field name="date" id={`date-${letter.id}`} type="date" label="Another day" value={shown.date} />
        <Field
          name="time"
          id={`time-${letter.id}`}
          type="time"
          label={
            <>
              Start <span class="muted">{time ? `(${zoneWords(time, zone)})` : ''}</span>
            </>
          }
          value={shown.time}
        />
        <Button look="quiet" name="answer" value="counter">
          Propose new time
        </Button>
      </Form>
    </div>
  );
}
