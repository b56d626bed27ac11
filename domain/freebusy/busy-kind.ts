import { textOf } from '../ical/jcal.ts';
import type { JcalComponent } from '../ical/parse-calendars.ts';
import type { BusyKind } from './busy-period.ts';

/**
 * How an event takes the time of whose calendar it is in (RFC 4791 §7.10). What Outlook says of it (MS-OXCICAL
 * §2.1.3.1.1.20.31), and BUSYTYPE (RFC 7953 §3.2), which some write into events, goes further than STATUS and TRANSP. A cancelled
 * event is none of a calendar's, and not asked about.
 *
 * @returns null: it takes none
 */
export function busyKindOf(event: JcalComponent): BusyKind | null {
  const said = textOf(event, 'x-microsoft-cdo-busystatus').toUpperCase();
  const busyType = kindOfBusyType(textOf(event, 'busytype'));
  if (textOf(event, 'transp').toUpperCase() === 'TRANSPARENT' || said === 'FREE') return null;
  const isTentative = textOf(event, 'status').trim().toUpperCase() === 'TENTATIVE' || said === 'TENTATIVE';
  if (isTentative || busyType === 'tentative') return 'tentative';
  return said === 'OOF' || busyType === 'unavailable' ? 'unavailable' : 'busy';
}

/** The kind of a BUSYTYPE (RFC 7953 §3.2) or FBTYPE (RFC 5545 §3.2.9); an unknown one is BUSY. */
export function kindOfBusyType(type: string): BusyKind {
  switch (type.trim().toUpperCase()) {
    case 'BUSY-UNAVAILABLE':
      return 'unavailable';
    case 'BUSY-TENTATIVE':
      return 'tentative';
    default:
      return 'busy';
  }
}
