import { textOf } from '../ical/jcal.ts';
import type { JcalComponent } from '../ical/parse-calendars.ts';
import type { BusyKind } from './busy-period.ts';

/**
 * How an event takes the time of whose calendar it is in (RFC 4791 §7.10; what Outlook says of it goes further than
 * STATUS and TRANSP, MS-OXCICAL §2.1.3.1.1.20.31). A cancelled event is none of a calendar's, and not asked about.
 *
 * @returns null: it takes none
 */
export function busyKindOf(event: JcalComponent): BusyKind | null {
  const said = textOf(event, 'x-microsoft-cdo-busystatus').toUpperCase();
  if (textOf(event, 'transp').toUpperCase() === 'TRANSPARENT' || said === 'FREE') return null;
  if (textOf(event, 'status').toUpperCase() === 'TENTATIVE' || said === 'TENTATIVE') return 'tentative';
  return said === 'OOF' ? 'unavailable' : 'busy';
}
