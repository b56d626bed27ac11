import { changeableUntil, changeTerms, fixedFor } from '../../../domain/meeting/changing.ts';
import { formatMoment } from '../../../adapters/texts/times.ts';
import type { GuestBooking } from '../../../queries/guest-pages.ts';
import { OneTime } from '../components/time-card.tsx';
import { useReader } from '../reader.ts';
import { hrefOf, pathOf } from './address.ts';
import { pathTo } from '../render.tsx';
import { googleLink, outlookLink, type CalendarEntry } from './calendar-links.ts';
import type { BookingPage } from './context.ts';
import { BookingFrame } from './frame.tsx';
import { listWords } from './people.tsx';
import { ZoneChoice } from './zone.tsx';

interface BookedPageProps {
  page: BookingPage & { booking: GuestBooking };
  /** As calendars get it. */
  entry: CalendarEntry;
  token: string;
}

/** What became of what a guest asked for. */
export type Outcome = 'booked' | 'awaited' | 'cancelled';

export const outcomeOf = ({ status, invited, awaitedUntilMs }: GuestBooking): Outcome => {
  if (!invited || status === 'cancelled') return 'cancelled';
  return awaitedUntilMs === null ? 'booked' : 'awaited';
};

/** What was booked, for who booked it. */
export function BookedPage({ page, entry, token }: BookedPageProps) {
  const reader = useReader();
  const { t } = reader;
  const { booking, zone, eventType, member, asked } = page;
  const outcome = outcomeOf(booking);
  const hosts = booking.hosts.filter((name): name is string => name !== null);
  const changing = { startMs: booking.startMs, ...changeTerms(booking) };
  const untilMs = booking.awaitedUntilMs ?? changeableUntil(GUEST, changing);
  const values = {
    email: booking.email,
    // Each time that it has had since counts there.
    moved: booking.sequence > 0 ? 'yes' : 'no',
    why: booking.ended ?? 'unknown',
    change: fixedFor(GUEST, changing, page.nowMs) === null ? 'yes' : 'no',
    until: untilMs === null ? '' : formatMoment(untilMs, zone.name, reader),
    ends: untilMs === null ? 'start' : 'before',
  };
  return (
    <BookingFrame page={page} title={t(`page.book.outcome.${outcome}.title`)}>
      <div class="sheet stack-l">
        <div class="heading">
          <p class={`badge ${BADGES[outcome]}`}>{t(`page.book.outcome.${outcome}.badge`)}</p>
          <h1>{t(`page.book.outcome.${outcome}.title`)}</h1>
          <p class="lead">{t(`page.book.outcome.${outcome}.lead`, values)}</p>
        </div>
        <OneTime
          label={booking.title}
          time={booking}
          zone={zone.name}
          look={outcome === 'cancelled' ? 'gone' : 'new'}
          {...(eventType.lockedTimezone === null && { elsewhere: [member.timezone] })}
        />
        <dl class="booked-facts">
          {hosts.length > 0 && (
            <>
              <dt>{t('page.book.with')}</dt>
              <dd>{listWords(hosts, reader)}</dd>
            </>
          )}
          {outcome !== 'cancelled' && (
            <>
              <dt>{t('page.book.where')}</dt>
              <dd>{booking.location || t('page.book.online')}</dd>
            </>
          )}
        </dl>
        {outcome === 'booked' && <AddToCalendar entry={entry} ics={icsPath(page, token)} />}
        {outcome === 'cancelled' && (
          <div class="actions">
            <a class="button" href={hrefOf(asked, reader)}>
              {t('page.book.outcome.again')}
            </a>
          </div>
        )}
        <div class="divided">
          <ZoneChoice
            page={page}
            action={`${pathOf(asked)}/booked`}
            fields={{ b: token, site: asked.site }}
          />
        </div>
      </div>
    </BookingFrame>
  );
}

const GUEST = { role: 'guest' } as const;

const BADGES = { booked: 'good', awaited: 'warn', cancelled: 'bad' } as const;

const icsPath = ({ asked, zone }: BookingPage, token: string): string =>
  pathTo(`${pathOf(asked)}/booked.ics`, { b: token, zone: zone.name });

function AddToCalendar({ entry, ics }: { entry: CalendarEntry; ics: string }) {
  const { t } = useReader();
  const elsewhere = { target: '_blank', rel: 'noopener noreferrer' };
  return (
    <section class="divided stack">
      <h2>{t('page.book.add.heading')}</h2>
      <p class="small muted">{t('page.book.add.hint')}</p>
      <div class="actions">
        <a class="button quiet" href={ics} download="booking.ics">
          {t('page.book.add.file')}
        </a>
        <a class="button quiet" href={googleLink(entry)} {...elsewhere}>
          Google
        </a>
        <a class="button quiet" href={outlookLink(entry, 'outlook.live.com')} {...elsewhere}>
          Outlook.com
        </a>
        <a class="button quiet" href={outlookLink(entry, 'outlook.office.com')} {...elsewhere}>
          Microsoft 365
        </a>
      </div>
    </section>
  );
}
