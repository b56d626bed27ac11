import type { Context } from 'koa';
import { queryText } from '../form-body.ts';
import type { Reader } from '../reader.ts';
import { pathTo } from '../render.tsx';

/** What the address of an event type's page says, as it was written: everything that its reader has chosen. */
export interface Asked {
  memberSlug: string;
  eventSlug: string;
  /** Of a link to an event type that is not public; empty: none. */
  k: string;
  zone: string;
  month: string;
  day: string;
  length: string;
  start: string;
  /** The origin of the page that shows this one in a frame; empty: it is in none. */
  site: string;
  /** What the form begins with, by the names of its fields. */
  prefill: Readonly<Record<string, string>>;
}

interface Params {
  member?: string;
  event?: string;
}

const MOST_PREFILLED = 50;
const isPrefill = (name: string): boolean => /^(name|email|a_[\w-]{1,60})$/.test(name);

/** What a GET asks for. */
export const askedIn = (ctx: Context, { member = '', event = '' }: Params): Asked => ({
  memberSlug: member,
  eventSlug: event,
  k: queryText(ctx, 'k'),
  zone: queryText(ctx, 'zone'),
  month: queryText(ctx, 'month'),
  day: queryText(ctx, 'day'),
  length: queryText(ctx, 'length'),
  start: queryText(ctx, 'start'),
  site: queryText(ctx, 'site'),
  prefill: Object.fromEntries(
    Object.keys(ctx.query)
      .filter(isPrefill)
      .slice(0, MOST_PREFILLED)
      .map((name) => [name, queryText(ctx, name)]),
  ),
});

/** The same of a form that was sent. */
export const askedBy = (form: URLSearchParams, { member = '', event = '' }: Params): Asked => {
  const field = (name: string): string => form.get(name) ?? '';
  const zone = field('zone') === field('guessed') ? '' : field('zone');
  return {
    ...{ memberSlug: member, eventSlug: event, k: field('k'), zone, month: '', day: '' },
    ...{ length: field('length'), start: field('start'), site: field('site'), prefill: {} },
  };
};

export const pathOf = ({ memberSlug, eventSlug }: Pick<Asked, 'memberSlug' | 'eventSlug'>): string =>
  `/book/${memberSlug}/${eventSlug}`;

type Changes = Partial<Pick<Asked, 'month' | 'day' | 'length' | 'start' | 'zone'>>;

/** The fields of an address, without the language. */
export const queryOf = ({
  memberSlug: _,
  eventSlug: __,
  prefill,
  ...asked
}: Asked): Record<string, string> => ({
  ...asked,
  ...prefill,
});

/** The address of the same page with something else chosen. */
export const hrefOf = (asked: Asked, { chosen }: Reader, changes: Changes = {}): string =>
  pathTo(pathOf(asked), { ...queryOf({ ...asked, ...changes }), lang: chosen });
