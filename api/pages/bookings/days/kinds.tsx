import type { Wording } from '../../../../adapters/texts/texts.ts';
import { addTemporaryHours, addTravel, addVacation } from '../../../../commands/availability/add-days.ts';
import type { DaySpan } from '../../../../domain/availability/schedule.ts';
import type { DayRows, DaysOwner } from '../../../../queries/availability.ts';
import type { ApiDeps } from '../../../deps.ts';
import { dayText } from '../../../routes/fields.ts';
import { readBlocks } from '../../../routes/availability/hours.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { zoneWords } from '../../components/zone-picker.tsx';
import type { FieldError } from '../../forms/submitted.ts';
import { isZone } from '../../time/zone.ts';
import { blockWords } from '../hours/clock-words.ts';
import { typedBlocks } from '../hours/typed.ts';
import { weekdayNames } from '../hours/weekday-names.ts';
import { blockFields, spanWords } from './parts.tsx';
import type { Tab } from './tabs.tsx';

type Table = 'vacations' | 'temporary_hours' | 'travels';
type Typed = Readonly<Record<string, string>>;
type Store = (deps: ApiDeps, actor: Member, owner: DaysOwner) => Promise<unknown>;

interface Given {
  id: string;
  span: DaySpan;
  typed: Typed;
  form: URLSearchParams;
}

/** What lasts from one day to another, of one kind. */
export interface SpanKind<T extends Table = Table> {
  tab: Extract<Tab, 'vacations' | 'temporary' | 'travels'>;
  table: T;
  what: string;
  /** Event types have some of their own. */
  ofTypes: boolean;
  /** Where an error of a command is shown that names a field. */
  fieldOf: (field: string) => string;
  /** How one is stored, or what is wrong with it. */
  read: (given: Given, reader: Wording) => Store | { errors: FieldError[] };
  entry: (row: DayRows[T], reader: Wording) => { id: string; title: string; lines: string[] };
  /** What brings one back. */
  fields: (row: DayRows[T]) => Record<string, string>;
}

const spanFields = ({ id, firstDay, lastDay }: DaySpan & { id: string }): Record<string, string> => ({
  ...{ id, firstDay: dayText(firstDay), lastDay: dayText(lastDay) },
});

const line = (typed: string | undefined): string =>
  (typed ?? '').replace(/[\p{Cc}\p{Surrogate}]/gu, ' ').slice(0, 200);

const VACATIONS: SpanKind<'vacations'> = {
  tab: 'vacations',
  table: 'vacations',
  what: 'The vacation',
  ofTypes: true,
  fieldOf: () => 'lastDay',
  read:
    ({ id, span, typed }) =>
    (deps, actor, owner) =>
      addVacation(deps, actor, owner, { id, ...span, reason: line(typed.reason) }),
  entry: ({ id, reason, ...span }, reader) => ({ id, title: spanWords(span, reader), lines: [reason] }),
  fields: (row) => ({ ...spanFields(row), reason: row.reason }),
};

const TEMPORARY: SpanKind<'temporary_hours'> = {
  tab: 'temporary',
  table: 'temporary_hours',
  what: 'The temporary hours',
  ofTypes: false,
  fieldOf: (field) => (field.startsWith('blocks') ? 'w' : 'lastDay'),
  read({ id, span, typed, form }, { t }) {
    const name = line(typed.name);
    const rows = typedBlocks(form, 'w');
    const isWhole = rows.length > 0 && rows.every(({ from, until }) => from !== '' && until !== '');
    const errors = [
      ...(name === '' ? [{ field: 'name', text: t('page.host.wrong.name') }] : []),
      ...(isWhole ? [] : [{ field: 'w', text: t('page.host.wrong.clock') }]),
    ];
    if (errors.length > 0) return { errors };
    const days = [0, 1, 2, 3, 4, 5, 6].filter((weekday) => typed[`weekday.${weekday}`] === 'yes');
    const weekdays = days.length === 0 ? null : days;
    return (deps, actor, owner) =>
      addTemporaryHours(deps, actor, owner, { id, ...span, name, weekdays, blocks: readBlocks(rows) });
  },
  entry: ({ id, name, weekdays, blocks, ...span }, reader) => ({
    id,
    title: name,
    lines: [
      spanWords(span, reader),
      [
        weekdays === null
          ? reader.t('page.host.days.everyDay')
          : weekdays.map((weekday) => weekdayNames(reader)[weekday]).join(', '),
        blockWords(blocks, reader),
      ].join(': '),
    ],
  }),
  fields: (row) => ({
    ...spanFields(row),
    name: row.name,
    ...Object.fromEntries((row.weekdays ?? []).map((weekday) => [`weekday.${weekday}`, 'yes'])),
    ...blockFields('w', row.blocks),
  }),
};

const TRAVELS: SpanKind<'travels'> = {
  tab: 'travels',
  table: 'travels',
  what: 'The journey',
  ofTypes: false,
  fieldOf: () => 'firstDay',
  read({ id, span, typed }, { t }) {
    const timezone = typed.zone;
    if (!isZone(timezone)) return { errors: [{ field: 'zone', text: t('page.host.wrong.zone') }] };
    return (deps, actor, owner) => addTravel(deps, actor, owner, { id, ...span, timezone });
  },
  entry: ({ id, timezone, ...span }, reader) => ({
    id,
    title: zoneWords(timezone),
    lines: [spanWords(span, reader)],
  }),
  fields: (row) => ({ ...spanFields(row), zone: row.timezone }),
};

export const SPAN_KINDS = [VACATIONS, TEMPORARY, TRAVELS] as unknown as readonly SpanKind[];
