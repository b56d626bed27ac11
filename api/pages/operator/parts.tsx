import type { ComponentChildren } from 'preact';
import { formatMoment } from '../../../adapters/texts/times.ts';
import type { Wording } from '../../../adapters/texts/texts.ts';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';

export type Look = 'good' | 'bad' | 'warn' | '';

/** As operators read it: in UTC, wherever they are. */
export const utc = (at: Date, reader: Wording): string =>
  formatMoment(at.getTime(), 'UTC', reader, 'shortDate');

export const Badge = ({ look, children }: { look: Look; children: ComponentChildren }) => (
  <span class={look === '' ? 'badge' : `badge ${look}`}>{children}</span>
);

interface EntryProps {
  title: ComponentChildren;
  badge: ComponentChildren;
  /** Under the title, a line each. */
  lines: ComponentChildren[];
  action?: ComponentChildren;
}

/** One of several things that are listed. */
export const Entry = ({ title, badge, lines, action }: EntryProps) => (
  <li class="operated">
    <div class="operated-head">
      <strong>{title}</strong>
      {badge}
    </div>
    {lines.filter(Boolean).map((line) => (
      <span class="small muted">{line}</span>
    ))}
    {action}
  </li>
);

interface ActionProps {
  action: string;
  fields: Record<string, string>;
  /** What screen readers read after the words of the button. */
  about: string;
  children: ComponentChildren;
}

/** A button that does one thing. */
export const Action = ({ action, fields, about, children }: ActionProps) => (
  <Form action={action} carried={fields} class="actions">
    <Button look="quiet compact" id={`do-${about.replace(/[^\w-]/g, '')}`}>
      {children} <span class="visually-hidden">{about}</span>
    </Button>
  </Form>
);

interface ListedProps<T> {
  heading: string;
  rows: readonly T[];
  empty: string;
  row: (row: T) => ComponentChildren;
}

/** A list under its heading, on a sheet; where there is nothing, that is said. */
export function Listed<T>({ heading, rows, empty, row }: ListedProps<T>) {
  return (
    <section class="sheet stack">
      <h2>{heading}</h2>
      {rows.length === 0 ? <p class="muted">{empty}</p> : <ul class="entries">{rows.map(row)}</ul>}
    </section>
  );
}
