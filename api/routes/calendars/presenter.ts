import { collectionHref } from '../../dav/paths.ts';
import type { CalendarView } from '../../../queries/calendars/calendar-views.ts';
import type { VersionView } from '../../../queries/calendars/versions.ts';
import { iso, type z } from '../fields.ts';
import type { calendar, shares, version } from './schema.ts';

export const presentShares = ({ shares: all, everybody }: CalendarView): z.input<typeof shares> => ({
  shares: all,
  everybody: everybody ?? 'nothing',
});

/** @param publicUrl as in the settings, without a slash at its end */
export const presentCalendar = (view: CalendarView, publicUrl: string): z.input<typeof calendar> => ({
  id: view.id,
  principalId: view.principalId,
  name: view.name,
  colour: view.colour,
  url: `${publicUrl}${collectionHref(view.principalId, view.segment)}`,
  timezone: view.timezone,
  transparent: view.transparent,
  default: view.isDefault,
  access: view.access,
  ...presentShares(view),
});

export const presentVersion = (view: VersionView): z.input<typeof version> => ({
  id: view.id,
  uid: view.uid,
  component: view.component,
  title: view.title,
  startsAt: view.startMs === null ? null : iso(view.startMs),
  allDay: view.allDay,
  happened: view.deleted ? 'deleted' : 'overwritten',
  happenedAt: iso(view.replacedAt),
});
