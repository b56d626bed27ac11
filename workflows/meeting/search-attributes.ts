import {
  defineSearchAttributeKey,
  type SearchAttributePair,
  type SearchAttributeUpdatePair,
} from '@temporalio/common';
import { openMeeting, type MeetingInput, type MeetingState } from '../../domain/meeting/state.ts';
import { meetingTitle } from '../../domain/meeting/title.ts';
import { waitingFor } from './state.ts';

export const meetingStatusKey = defineSearchAttributeKey('MeetingStatus', 'KEYWORD');
export const meetingTitleKey = defineSearchAttributeKey('MeetingTitle', 'KEYWORD');
export const roomNameKey = defineSearchAttributeKey('RoomName', 'KEYWORD');
export const startsAtKey = defineSearchAttributeKey('StartsAt', 'DATETIME');
export const waitingForKey = defineSearchAttributeKey('WaitingFor', 'KEYWORD');

/**
 * The search attributes that change while a meeting lives. They carry no address: nothing there is ever encrypted. A title
 * stands there as `meetingTitle` shows it, also of a booking: a KEYWORD has room for 255 characters where Temporal keeps
 * what is searched in SQL, and what is hidden may make a title longer.
 */
export interface Searchable {
  status: string;
  title: string;
  startMs: number;
  waitingFor: string;
}

export const searchable = (meeting: MeetingState): Searchable => ({
  status: meeting.status,
  title: meeting.title,
  startMs: meeting.startMs,
  waitingFor: waitingFor(meeting),
});

/** The pairs to upsert to get from one to the other; none when nothing changed, because each upsert is a history event. */
export function searchAttributeChanges(from: Searchable, to: Searchable): SearchAttributeUpdatePair[] {
  const pairs: SearchAttributeUpdatePair[] = [];
  if (from.status !== to.status) pairs.push({ key: meetingStatusKey, value: to.status });
  if (from.title !== to.title) pairs.push({ key: meetingTitleKey, value: meetingTitle(to.title) });
  if (from.startMs !== to.startMs) pairs.push({ key: startsAtKey, value: new Date(to.startMs) });
  if (from.waitingFor !== to.waitingFor) pairs.push({ key: waitingForKey, value: to.waitingFor });
  return pairs;
}

/** What a meeting's workflow starts with. */
export const initialSearchAttributes = (input: MeetingInput): SearchAttributePair[] => {
  const { status, title, startMs, waitingFor } = searchable(openMeeting(input));
  return [
    { key: meetingStatusKey, value: status },
    { key: meetingTitleKey, value: meetingTitle(title) },
    ...(input.roomName === undefined ? [] : [{ key: roomNameKey, value: input.roomName }]),
    { key: startsAtKey, value: new Date(startMs) },
    { key: waitingForKey, value: waitingFor },
  ];
};

/** All of them, for whoever registers them. */
export const SEARCH_ATTRIBUTE_KEYS = [
  meetingStatusKey,
  meetingTitleKey,
  roomNameKey,
  startsAtKey,
  waitingForKey,
] as const;
