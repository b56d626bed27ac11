import type { CalendarMailView } from '../../activities/delivery/ports.ts';
import { cleanLine } from '../../domain/ical/text.ts';
import { DAY_MS } from '../../domain/time/calendar-days.ts';
import type { Texts, Wording } from '../texts/texts.ts';
import type { MailContent } from './content.ts';
import { dayIn, inZones } from './times.ts';

/** What a message of somebody's calendar says to people, in their language; the calendar says the same to programs. */
export function calendarMailContent(view: CalendarMailView, texts: Texts): MailContent {
  const wording = texts.wordingFor(view.recipient.language);
  const { t } = wording;
  const product = cleanLine(view.tenant.productName);
  const who = cleanLine(view.senderName);
  const title = cleanLine(view.title) || t('mail.calendar.untitled');
  const place = cleanLine(view.place);
  const asks = view.kind === 'invitation' || view.kind === 'update';
  return {
    wording,
    product,
    title,
    subject: t(`mail.calendar.${view.kind}.subject`, { title }),
    preheader: t(`mail.calendar.${view.kind}.heading`, { who }),
    heading: t(`mail.calendar.${view.kind}.heading`, { who }),
    paragraphs: [
      ...whenLines(view, wording),
      ...(place === '' ? [] : [t('mail.calendar.place', { place })]),
      ...(asks ? [t('mail.calendar.answer')] : []),
    ],
    times: [],
    quote: view.comment === '' ? null : { by: who, text: view.comment },
    description: view.description,
    actions: [],
    footer: [t('mail.calendar.footer', { product, who })],
  };
}

function whenLines({ time, allDay, zone, recurs }: CalendarMailView, wording: Wording): string[] {
  if (time === null) return [];
  const { t } = wording;
  const series = recurs ? [t('mail.calendar.series')] : [];
  if (!allDay)
    return [
      ...inZones(time, [zone], wording).map(({ line }) => t('mail.calendar.when', { when: line })),
      ...series,
    ];
  const [first, last] = [dayIn(time.startMs, 'UTC', wording), dayIn(time.endMs - DAY_MS, 'UTC', wording)];
  return [t('mail.calendar.when', { when: first === last ? first : `${first} – ${last}` }), ...series];
}
