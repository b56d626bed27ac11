import { z } from 'zod';
import { MEETING_STATUSES } from '../../../../domain/meeting/state.ts';
import { isDate } from '../../../../domain/time/calendar-days.ts';
import type { FoundMeeting, MeetingSearch } from '../../../../queries/operations/meetings.ts';
import { Button } from '../../forms/button.tsx';
import { defineForm } from '../../forms/define-form.ts';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { Select } from '../../forms/select.tsx';
import type { Again } from '../../forms/submitted.ts';
import { typedLine } from '../../forms/typed-fields.ts';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { OperatorPage } from '../frame.tsx';
import { Badge, Entry, Listed, utc, type Look } from '../parts.tsx';
import { OPERATOR } from '../paths.ts';

const DAY_MS = 86_400_000;

const day = () =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      if (text === '') return undefined;
      const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
      if (year !== undefined && isDate(year, month!, date!)) return Date.UTC(year, month! - 1, date);
      context.addIssue({ code: 'custom', message: 'must be a day' });
      return z.NEVER;
    });

export const SEARCH_FORM = defineForm(
  z
    .object({
      id: typedLine(300),
      status: z.union([z.literal('').transform(() => undefined), z.enum(MEETING_STATUSES)]).optional(),
      attendee: typedLine(320),
      room: typedLine(63),
      from: day(),
      to: day(),
      metadata: typedLine(300).refine((text) => !text.startsWith('='), 'must begin with a key'),
    })
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
      path: ['to'],
      message: 'must not be before the first day',
    }),
);

/** What was filled in, as it is looked for. */
export function searchOf(values: z.output<typeof SEARCH_FORM.schema>): Omit<MeetingSearch, 'limit'> {
  const { id, status, attendee, room, from, to, metadata } = values;
  const [, key = '', , value] = /^([^=]+)(=(.*))?$/.exec(metadata) ?? [];
  return {
    ...{ status, fromMs: from },
    id: id || undefined,
    attendee: attendee || undefined,
    room: room || undefined,
    // The day itself is asked for, too.
    toMs: to === undefined ? undefined : to + DAY_MS,
    metadata: key === '' ? undefined : { key: key.trim(), value: value?.trim() },
  };
}

interface SearchPageProps {
  productName: string;
  form: string;
  meetings: readonly FoundMeeting[];
  /** What was asked for; undefined: nothing yet. */
  again: Again | undefined;
}

/** Finds meetings by anything but what they are about. It is sent, and not in the address: an attendee's is in it. */
export function SearchPage({ productName, form, meetings, again }: SearchPageProps) {
  const { t } = useReader();
  const heading = again
    ? t('page.operator.search.found', { count: meetings.length })
    : t('page.operator.search.latest');
  return (
    <OperatorPage {...{ form, productName }} section="meetings" title={t('page.operator.meetings')}>
      <section class="sheet">
        <Search form={form} again={again} />
      </section>
      <Listed
        heading={heading}
        rows={meetings}
        empty={again ? '' : t('page.operator.search.empty')}
        row={(meeting) => <Found {...meeting} />}
      />
    </OperatorPage>
  );
}

function Search({ form, again }: Pick<SearchPageProps, 'form' | 'again'>) {
  const { t } = useReader();
  const statuses = MEETING_STATUSES.map((value) => ({
    value,
    label: t(`page.operator.meeting.status.${value}`),
  }));
  return (
    <Form
      action={`${OPERATOR}/meetings`}
      class="stack"
      of={SEARCH_FORM}
      again={again}
      carried={{ form }}
      novalidate
    >
      <div class="fields search">
        <Field name="id" label={t('page.operator.search.id')} />
        <Select
          name="status"
          label={t('page.operator.search.status')}
          value=""
          options={[{ value: '', label: t('page.operator.search.any') }, ...statuses]}
        />
        <Field name="from" type="date" label={t('page.operator.search.from')} />
        <Field name="to" type="date" label={t('page.operator.search.to')} />
        <Field
          name="attendee"
          label={t('page.operator.search.attendee')}
          hint={t('page.operator.search.attendeeHint')}
          autocomplete="off"
        />
        <Field name="room" label={t('page.operator.search.room')} />
        <Field name="metadata" label={t('page.operator.search.metadata')} />
      </div>
      <div class="actions">
        <Button>{t('page.operator.search.button')}</Button>
      </div>
    </Form>
  );
}

export const MEETING_LOOKS: Record<FoundMeeting['status'], Look> = {
  ...{ held: '', open: '', scheduled: '', live: 'good', cancelled: 'bad', closed: '' },
};

function Found({ id, status, startsAt, endsAt, room }: FoundMeeting) {
  const reader = useReader();
  const { t, chosen } = reader;
  return (
    <Entry
      title={<a href={pathTo(`${OPERATOR}/meetings/${id}`, { lang: chosen })}>{id}</a>}
      badge={<Badge look={MEETING_LOOKS[status]}>{t(`page.operator.meeting.status.${status}`)}</Badge>}
      lines={[`${utc(startsAt, reader)} – ${utc(endsAt, reader)}`, room]}
    />
  );
}
