import { generalCode, ROOM_BUSY, type RefusalCode } from './decision.ts';
import type { MeetingEvent } from './events.ts';

/** It takes a slot that an event type offers, and not only a time that is free. */
export const takesSlot = (event: MeetingEvent): boolean =>
  event.type === 'reassigned' ||
  (event.type === 'moved' && event.attendeeId !== undefined) ||
  (event.type === 'proposed' && event.slot === true);

/** Why it cannot be: who takes a slot learns that it is gone, and not whose time it is. @param code who is busy; null: nobody */
export const busyWord = <C extends RefusalCode | null>(event: MeetingEvent, code: C): C | 'slot-taken' =>
  code !== null && takesSlot(event) && OF_THE_SLOT.includes(generalCode(code)) ? 'slot-taken' : code;

const OF_THE_SLOT: readonly string[] = ['host-busy', ROOM_BUSY];
