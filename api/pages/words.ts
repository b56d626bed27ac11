import type { LinkProposal, LinkView } from '../../queries/links.ts';
import { peopleValues, type PeopleValues } from '../../adapters/texts/people.ts';
import type { Translate, Wording } from '../../adapters/texts/texts.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import { busyAttendee, generalCode, type RefusalCode } from '../../domain/meeting/decision.ts';

type People = Pick<LinkView, 'others' | 'proposal'>;

const valuesOf = ({ others }: People, ids: readonly AttendeeId[], reader: Wording): PeopleValues =>
  peopleValues(
    ids.map((id) => others.find((other) => other.id === id)?.name ?? null),
    others.length,
    reader,
  );

/** Whoever asks for the new time that the reader decides about, for texts. */
export const proposerValues = (link: People, reader: Wording): PeopleValues =>
  valuesOf(link, link.proposal ? [link.proposal.proposedBy] : [], reader);

/**
 * Who has still to approve what the reader is asked about, beside the reader, how many were asked, and whose answer the new
 * time asks for: who proposed or approved it has accepted it. For texts.
 */
export function approvalValues(link: LinkView, proposal: LinkProposal, reader: Wording) {
  const ids = proposal.waitsFor.filter((id) => id !== link.attendeeId);
  const inFavour = [proposal.proposedBy, ...proposal.asked];
  const answering = link.others.filter(({ id }) => !inFavour.includes(id));
  return {
    awaited: valuesOf(link, ids, reader).other,
    awaitedCount: ids.length,
    answering: valuesOf(
      link,
      answering.map(({ id }) => id),
      reader,
    ).other,
    answeringCount: answering.length,
    askedCount: proposal.asked.length,
    othersCount: link.others.length,
  };
}

/** All who take part beside the reader, for texts. */
export const everybodyElse = (link: People, reader: Wording): PeopleValues =>
  valuesOf(
    link,
    link.others.map(({ id }) => id),
    reader,
  );

/** Nobody beside the reader is required: what they ask for counts at once. */
export const isNobodyAsked = ({ others }: Pick<LinkView, 'others'>): boolean =>
  others.every(({ required }) => !required);

/** Those who have to approve what the reader asks for, or who learn of it, for texts. */
export function askedValues(link: People, reader: Wording): PeopleValues {
  const required = link.others.filter((other) => other.required);
  const asked = required.length > 0 ? required : link.others;
  return valuesOf(
    link,
    asked.map(({ id }) => id),
    reader,
  );
}

/** Those whom the reader's own proposal was put to, for texts. */
export const consultedValues = (link: People, { asked }: LinkProposal, reader: Wording): PeopleValues =>
  valuesOf(link, asked, reader);

/** Those whom the reader's own proposal still waits for, or who ended it, for texts. */
export function awaitedValues(link: People, proposal: LinkProposal, reader: Wording): PeopleValues {
  const { status, decidedBy, waitsFor, asked } = proposal;
  const decider = link.others.filter(({ id }) => id === decidedBy).map(({ id }) => id);
  if (status !== 'pending' && decider.length > 0) return valuesOf(link, decider, reader);
  return valuesOf(link, waitsFor.length > 0 ? waitsFor : asked, reader);
}

/** The zones of the others, to show times in beside the reader's. */
export const zonesBeside = ({ others }: Pick<LinkView, 'others'>): (string | null)[] => [
  ...new Set([
    // By name: in the order of the people it would tell who is where.
    ...others
      .map(({ timezone }) => timezone)
      .slice(0, MOST_ZONES)
      .sort(),
    'UTC',
  ]),
];

const MOST_ZONES = 3;

export interface RefusalWords {
  title: string;
  text: string;
  /** Another time, or another try, may be accepted. */
  again: boolean;
}

/** Why the meeting refused, in plain words, for one of its attendees. */
export function refusalWords(
  code: RefusalCode,
  {
    attendeeId,
    others,
    meeting,
  }: Pick<LinkView, 'attendeeId' | 'others'> & Partial<Pick<LinkView, 'meeting'>>,
  t: Translate,
): RefusalWords {
  if (code === 'too-late-to-change' || code === 'may-not-move') {
    const late = meeting?.changeUntilMs === null ? 'never' : 'late';
    const fixed = code === 'may-not-move' ? 'seats' : late;
    return { title: t(`page.fixed.${fixed}.title`), text: t(`page.fixed.${fixed}.text`), again: false };
  }
  const [group, again] = groupOf(code, attendeeId);
  const values = { othersCount: others.length };
  return {
    title: t(`page.refusal.${group}.title`, values),
    text: t(`page.refusal.${group}.text`, values),
    again,
  };
}

function groupOf(code: RefusalCode, reader: AttendeeId) {
  switch (generalCode(code)) {
    case 'time-past':
      return ['timePast', true] as const;
    case 'time-empty':
      return ['timeEmpty', true] as const;
    case 'time-too-long':
      return ['timeTooLong', true] as const;
    case 'time-unchanged':
      return ['timeUnchanged', true] as const;
    case 'host-busy':
    case 'guest-busy':
      return busyAttendee(code) === reader ? (['ownBusy', true] as const) : (['otherBusy', true] as const);
    case 'room-busy':
      return ['roomBusy', true] as const;
    case 'resource-busy':
      return ['resourceBusy', true] as const;
    case 'meeting-started':
      return ['started', false] as const;
    case 'meeting-over':
    case 'not-booked':
    case 'last-host':
    case 'too-few-attendees':
    case 'too-many-attendees':
    case 'attendee-twice':
      return ['over', false] as const;
    case 'not-attending':
      return ['notInvited', false] as const;
    case 'proposal-gone':
    case 'link-used':
    case 'stale-sequence':
    case 'already-booked':
    case 'already-approved':
    case 'not-asked':
    case 'may-not-cancel':
    case 'too-late-to-change':
    case 'may-not-move':
      return ['decided', false] as const;
    case 'slot-taken':
    case 'seats-taken':
      return ['slotTaken', true] as const;
    case 'own-proposal':
      return ['ownProposal', false] as const;
    case 'room-not-ready':
    case 'not-in-room':
    case 'not-due':
      return ['early', true] as const;
    case 'too-many-proposals':
    case 'too-many-links':
    case 'too-many-refreshes':
    case 'too-many-questions':
      return ['tooMany', false] as const;
  }
}
