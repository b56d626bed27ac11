import { formatMoment } from '../../../../adapters/texts/times.ts';
import type { Booking } from '../../../../queries/bookings.ts';
import { Button } from '../../forms/button.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { LIST } from '../paths.ts';
import { ASKED_WORDS, type AskedNow, type AskedWords } from './words.ts';

interface AskedProps {
  booking: Booking;
  asked: AskedNow;
  principalId: string;
  timezone: string;
  form: string;
}

/** What a guest asks for, to accept or decline; to a host who has accepted already, that others have to. */
export function Asked({ booking: { id, people }, asked, principalId, timezone, form }: AskedProps) {
  const reader = useReader();
  const { t, chosen } = reader;
  const words: AskedWords = ASKED_WORDS[asked.kind];
  const until = formatMoment(asked.untilMs, timezone, reader);
  const own = people.filter((person) => person.role === 'host' && person.principalId === principalId);
  if (own.length > 0 && !own.some((person) => asked.waitsFor.includes(person.id)))
    return <p class="hint">{t(words.agreed)}</p>;
  return (
    <>
      <Form action={`${LIST}/${id}/approve`} class="actions" carried={{ form, proposal: asked.id }}>
        <Button>{t(words.approve)}</Button>
        <a class="button quiet" href={pathTo(`${LIST}/${id}/decline`, { proposal: asked.id, lang: chosen })}>
          {t(words.decline)}
        </a>
      </Form>
      <p class="hint">{t(words.hint, { until })}</p>
    </>
  );
}
