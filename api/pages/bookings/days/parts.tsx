import type { ComponentChildren } from 'preact';
import { formatInstant } from '../../../../adapters/texts/times.ts';
import type { Wording } from '../../../../adapters/texts/texts.ts';
import type { DayBlock, DaySpan } from '../../../../domain/availability/schedule.ts';
import { DAY_MS } from '../../../../domain/time/calendar-days.ts';
import { Notice } from '../../components/notice.tsx';
import { Button } from '../../forms/button.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import type { Again } from '../../forms/submitted.ts';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { Done, HostPage, type HostFrame } from '../frame.tsx';
import { typedOf } from '../hours/typed.ts';
import { StayingNotice } from './staying-notice.tsx';
import type { Staying } from './staying.ts';
import { pathOf, Tabs, type Tab } from './tabs.tsx';

/** A form that is shown again, and what was deleted just now and can be brought back by its fields. */
export interface SaidOfDays {
  again?: Again | undefined;
  undo?: Readonly<Record<string, string>> | undefined;
  /** What is booked on days that were closed just now. */
  staying?: Staying | undefined;
}

export const dayWords = (day: number, reader: Wording): string =>
  formatInstant(day * DAY_MS, 'UTC', reader, 'shortDate');

export const spanWords = ({ firstDay, lastDay }: DaySpan, reader: Wording): string =>
  firstDay === lastDay
    ? dayWords(firstDay, reader)
    : reader.t('time.range', { start: dayWords(firstDay, reader), end: dayWords(lastDay, reader) });

/** The fields that say a list of blocks. */
export const blockFields = (prefix: string, blocks: readonly DayBlock[]): Record<string, string> =>
  Object.fromEntries(
    blocks.map(typedOf).flatMap(({ from, until }, at) => [
      [`${prefix}.${at}.from`, from],
      [`${prefix}.${at}.until`, until],
    ]),
  );

interface DaysPageProps extends HostFrame {
  tab: Tab;
  /** Of an event type; empty: the member's own. */
  of: string;
  typeTitle: string | null;
  done: string;
  said: SaidOfDays;
  children: ComponentChildren;
}

/** The frame of what is set for some days. */
export function DaysPage({ tab, of, typeTitle, done, said, children, ...frame }: DaysPageProps) {
  const { t } = useReader();
  const isWrong = (said.again?.errors.length ?? 0) > 0;
  return (
    <HostPage
      {...frame}
      section="availability"
      title={typeTitle ?? t('page.host.section.availability')}
      said={
        said.undo ? (
          <Undo action={pathOf(tab)} fields={{ ...said.undo, form: frame.form, of }} />
        ) : (
          !isWrong && (
            <>
              <Done done={done} />
              {said.staying && <StayingNotice {...said.staying} />}
            </>
          )
        )
      }
    >
      <Tabs current={tab} of={of} />
      {children}
    </HostPage>
  );
}

function Undo({ action, fields }: { action: string; fields: Readonly<Record<string, string>> }) {
  const { t } = useReader();
  return (
    <Notice kind="good" title={t('page.host.done.deleted')}>
      <Form action={action} carried={fields} class="actions">
        <Button look="quiet compact" name="do" value="save">
          {t('page.host.undo')}
        </Button>
      </Form>
    </Notice>
  );
}

export interface Listed {
  id: string;
  title: string;
  lines: readonly string[];
}

interface EntriesProps {
  heading: string;
  empty: string;
  entries: readonly Listed[];
  action: string;
  carried: Readonly<Record<string, string>>;
}

/** What there is, each with a button that deletes it. */
export function Entries({ heading, empty, entries, action, carried }: EntriesProps) {
  const { t } = useReader();
  return (
    <section class="sheet stack">
      <h2>{heading}</h2>
      {entries.length === 0 ? (
        <p class="muted">{empty}</p>
      ) : (
        <ul class="entries">
          {entries.map(({ id, title, lines }) => (
            <li class="operated">
              <div class="operated-head">
                <strong>{title}</strong>
                <Form action={action} carried={{ ...carried, id }}>
                  <Button look="quiet compact" name="do" value="delete">
                    {t('page.host.delete')} <span class="visually-hidden">{title}</span>
                  </Button>
                </Form>
              </div>
              {lines.filter(Boolean).map((line) => (
                <span class="small muted">{line}</span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What a member has set for themselves, on a page of an event type in which it counts, too; it is changed on their own. */
export function MembersEntries({ tab, entries }: { tab: Tab; entries: readonly Listed[] }) {
  const { t, chosen } = useReader();
  return entries.length === 0 ? null : (
    <section class="sheet stack">
      <h2>{t('page.host.days.members')}</h2>
      <p class="muted">
        {t('page.host.days.membersLead')}{' '}
        <a href={pathTo(pathOf(tab), { lang: chosen })}>{t('page.host.why.change')}</a>
      </p>
      <ul class="entries">
        {entries.map(({ title, lines }) => (
          <li class="operated">
            <strong>{title}</strong>
            {lines.filter(Boolean).map((line) => (
              <span class="small muted">{line}</span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** From the first day to the last. */
export function SpanFields({ today }: { today: string }) {
  const { t } = useReader();
  return (
    <div class="half">
      <Field name="firstDay" type="date" label={t('page.host.days.first')} min={today} required />
      <Field
        name="lastDay"
        type="date"
        label={t('page.host.days.last')}
        hint={t('page.host.days.lastHint')}
        min={today}
      />
    </div>
  );
}
