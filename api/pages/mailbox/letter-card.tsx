import { inZones } from '../../../adapters/mail/times.ts';
import { formatMoment } from '../../../adapters/texts/times.ts';
import type { Again } from '../forms/submitted.ts';
import { useReader } from '../reader.ts';
import { AnswerForm } from './answer-form.tsx';
import type { Letter, LetterCalendar } from './letter.ts';

interface LetterCardProps {
  letter: Letter;
  zone: string;
  canAnswer: boolean;
  /** See `AnswerForm`. */
  again: Again | undefined;
}

/** One mail: what a mail program shows, then what a calendar program makes of it. */
export function LetterCard({ letter, zone, canAnswer, again }: LetterCardProps) {
  const reader = useReader();
  return (
    <article class="sheet letter stack" aria-labelledby={`subject-${letter.id}`}>
      <header>
        <h2 id={`subject-${letter.id}`}>{letter.subject}</h2>
        <p class="small muted">{formatMoment(letter.receivedMs, zone, reader)}</p>
      </header>
      <p class="small muted">From {letter.from}</p>
      {letter.calendar && <CalendarFacts calendar={letter.calendar} zone={zone} />}
      {canAnswer && <AnswerForm letter={letter} zone={zone} again={again} />}
      {letter.html !== null && (
        <iframe
          src={`/dev/mailbox/frame/${letter.id}`}
          title={`The mail “${letter.subject}”`}
          // Nothing in a mail may run; its height is measured from outside, which takes its origin.
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          data-grow=""
          loading="lazy"
        />
      )}
      <details open={letter.html === null}>
        <summary>Plain text</summary>
        <pre tabIndex={0}>
          <LinkedText text={letter.text} />
        </pre>
      </details>
      {letter.calendar && (
        <details>
          <summary>Calendar part</summary>
          <pre tabIndex={0}>{letter.calendar.raw}</pre>
        </details>
      )}
    </article>
  );
}

const MEANINGS: Record<string, { text: string; kind: string }> = {
  REQUEST: { text: 'Invitation', kind: 'good' },
  CANCEL: { text: 'Cancellation', kind: 'bad' },
  DECLINECOUNTER: { text: 'Counter-proposal declined', kind: 'warn' },
};

function CalendarFacts({ calendar, zone }: { calendar: LetterCalendar; zone: string }) {
  const { method, event, status } = calendar;
  const reader = useReader();
  const meaning = MEANINGS[method] ?? { text: method, kind: '' };
  return (
    <div class="stack">
      <p class={`badge ${meaning.kind}`}>{meaning.text}</p>
      <dl class="facts">
        <dt>Method</dt>
        <dd>{method}</dd>
        <dt>Sequence</dt>
        <dd>{event.sequence ?? 0}</dd>
        <dt>Status</dt>
        <dd>{status ?? 'not said'}</dd>
        <dt>Time</dt>
        <dd>{event.time ? inZones(event.time, [zone], reader)[0]?.line : 'not readable'}</dd>
        <dt>For</dt>
        <dd>{event.attendees.map((attendee) => attendee.address ?? attendee.cn ?? 'nobody').join(', ')}</dd>
      </dl>
    </div>
  );
}

const URL_PATTERN = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/g;

const LinkedText = ({ text }: { text: string }) => (
  <>
    {text.split(URL_PATTERN).map((part, at) =>
      at % 2 === 1 ? (
        <a href={part} target="_blank" rel="noreferrer">
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </>
);
