import { ANSWERS, linksOf, nameOfAnswer, type MessageLink } from '../../domain/meeting/links.ts';
import type { MessageView } from '../../activities/delivery/ports.ts';
import { cleanLine, cleanText } from '../../domain/ical/text.ts';
import { roleOf } from '../../domain/meeting/attendee-id.ts';
import { namedIn } from '../../domain/meeting/naming.ts';
import { hideAddresses } from '../../domain/meeting/privacy.ts';
import type { MessageKind, MessageSpec } from '../../domain/meeting/message-spec.ts';
import type { TimeRange } from '../../domain/time/instant.ts';
import type { Texts, Wording } from '../texts/texts.ts';
import { peopleValues, type PeopleValues } from '../texts/people.ts';
import { subjectAbout } from './subject.ts';
import { wordsFor, type Canceller, type Change, type Words } from './texts.ts';
import { inZones, momentLine, type TimeInZone } from './times.ts';

/** What a mail says, in the order in which it says it; the HTML and the plain text are made of it alone. */
export interface MailContent extends Words {
  /** Whose words it is in. */
  wording: Wording;
  product: string;
  /** The meeting's title. */
  title: string;
  times: { label: string; inZones: TimeInZone[]; past: boolean }[];
  /** What a person wrote about it, and the line that says who. */
  quote: { by: string; text: string } | null;
  /** The meeting's own description. */
  description: string;
  actions: MailAction[];
}

export interface MailAction {
  label: string;
  url: string;
  /** One primary action stands out; quiet ones are links. */
  weight: 'primary' | 'secondary' | 'quiet';
  /** It answers the invitation; those that do stand side by side. */
  answers: boolean;
}

/**
 * Puts one attendee's message into words of their language. Free text from people comes out without control characters
 * and addresses.
 */
export function contentOf(view: MessageView, texts: Texts): MailContent {
  const { spec, recipient } = view;
  const wording = texts.wordingFor(recipient.language);
  const product = cleanLine(view.tenant.productName);
  const title = hideAddresses(cleanLine(view.meeting.title));
  const wordsOf = ({ kind, proposal, about }: Pick<MessageSpec, 'kind' | 'proposal' | 'about'>) =>
    wordsFor(
      {
        kind,
        product,
        people: peopleIn(view, { kind, proposal, about }, wording),
        reason: spec.reason,
        says: spec.held?.says ?? null,
        suggests: spec.suggestion !== undefined,
        leaning: spec.leaning ?? null,
        partstat: spec.partstat ?? 'NEEDS-ACTION',
        ownProposal: proposal?.proposedBy === recipient.id,
        askedCount: proposal?.asked.length ?? 0,
        cancelling: cancellerIn(view),
        former: view.former === undefined ? null : personName(view.former.name),
        booked: spec.booked === true,
        booker: spec.offered ? bookerIn(view, wording) : null,
        title,
        change: changeOf(spec),
        seats: spec.seats ?? null,
        changeableUntil:
          spec.changeableUntilMs === undefined
            ? ''
            : momentLine(spec.changeableUntilMs, recipient.timezone, wording),
        expires: proposal ? momentLine(proposal.expiresMs, recipient.timezone, wording) : '',
      },
      texts,
      wording,
    );
  const words = wordsOf(spec);
  return {
    ...words,
    subject: subjectAbout({ spec, words: words.subject, title, zone: recipient.timezone }, wording),
    paragraphs: [...words.paragraphs, ...(spec.also ?? []).flatMap((note) => wordsOf(note).paragraphs)],
    wording,
    product,
    title,
    times: timesOf(view, wording),
    quote: quoteOf(view, wording),
    description: isAboutTheMeeting(view) ? aboutTheMeeting(view, wording) : '',
    actions: actionsOf(view, wording),
  };
}

const personName = (name: string | null): string => hideAddresses(cleanLine(name ?? ''));

/** Whom what is told is about, by name. */
function peopleIn(
  { spec, others }: MessageView,
  told: Pick<MessageSpec, 'kind' | 'proposal' | 'about'>,
  wording: Wording,
): PeopleValues {
  const named = namedIn(
    { ...told, to: spec.to },
    others.map(({ id }) => id),
  );
  return peopleValues(
    named.map((id) => personName(others.find((other) => other.id === id)?.name ?? null)),
    others.length,
    wording,
  );
}

/** The guests who are told a name. */
function bookerIn({ others }: MessageView, { locale }: Wording): string {
  const names = others.filter(({ id }) => roleOf(id) === 'guest').map(({ name }) => personName(name));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names.filter((name) => name !== ''));
}

/** Who cancelled it, as the recipient may know them. */
function cancellerIn({ spec: { by }, recipient, others }: MessageView): Canceller {
  if (by === undefined) return { who: 'nobody', by: '' };
  if (by === recipient.id) return { who: 'reader', by: '' };
  const name = personName(others.find(({ id }) => id === by)?.name ?? null);
  return name === '' ? { who: roleOf(by), by: '' } : { who: 'named', by: name };
}

/** What the recipient can change with the links of the message. */
function changeOf(spec: MessageSpec): Change {
  if (spec.fixed) return spec.fixed;
  return linksOf(spec).includes('cancel') ? 'cancel' : 'open';
}

const ABOUT_THE_MEETING: readonly MessageKind[] = [
  'invitation',
  'update',
  'refresh',
  'reminder',
  'booking-request',
  'booking-requested',
];

const isAboutTheMeeting = ({ spec }: MessageView): boolean => ABOUT_THE_MEETING.includes(spec.kind);

/** Where it is, and what is said of it. */
function aboutTheMeeting({ meeting }: MessageView, { t }: Wording): string {
  const place = hideAddresses(cleanLine(meeting.location ?? ''));
  const where = place === '' ? '' : `${t('mail.plainLabel', { label: t('mail.label.where') })} ${place}`;
  return [where, cleanText(meeting.description).trim()].filter((part) => part !== '').join('\n\n');
}

type TimeLabel =
  'when' | 'newTime' | 'before' | 'wasPlanned' | 'proposed' | 'current' | 'stays' | 'wasProposed';

function timesOf(view: MessageView, wording: Wording): MailContent['times'] {
  const wasProposed = (view.spec.also ?? []).flatMap(({ proposal }) =>
    proposal
      ? [
          {
            label: wording.t('mail.label.wasProposed'),
            inZones: inZones(proposal, [view.recipient.timezone], wording),
            past: true,
          },
        ]
      : [],
  );
  return [...ownTimesOf(view, wording), ...wasProposed];
}

function ownTimesOf({ spec, recipient, others }: MessageView, wording: Wording): MailContent['times'] {
  const own = [recipient.timezone];
  const proposer = others.find(({ id }) => id === spec.proposal?.proposedBy);
  const zones = spec.kind === 'approval-request' ? [...own, proposer?.timezone ?? null] : own;
  const row = (label: TimeLabel, time: TimeRange, past = false) => ({
    label: wording.t(`mail.label.${label}`),
    inZones: inZones(time, zones, wording),
    past,
  });
  const { proposal, previousTime } = spec;
  switch (spec.kind) {
    case 'invitation':
    case 'refresh':
    case 'reminder':
    case 'booking-request':
    case 'booking-requested':
      return [row('when', spec.time)];
    case 'update':
      return [row('newTime', spec.time), ...(previousTime ? [row('before', previousTime, true)] : [])];
    case 'cancellation':
    case 'booking-declined':
    case 'booking-expired':
      return [row('wasPlanned', spec.time, true)];
    case 'approval-request':
      return [...(proposal ? [row('proposed', proposal)] : []), row('current', spec.time)];
    case 'proposal-declined':
    case 'proposal-expired':
    case 'proposal-withdrawn':
    case 'proposal-refused':
    case 'guest-declined':
    case 'guest-booked':
      return [row('stays', spec.time), ...(proposal ? [row('wasProposed', proposal, true)] : [])];
    case 'fresh-link':
    case 'text-answer':
    case 'not-delivered':
    case 'delegation-refused':
      return [row('current', spec.time)];
    case 'confirm-answer':
      return [...(spec.held?.time ? [row('proposed', spec.held.time)] : []), row('current', spec.time)];
  }
}

function quoteOf(view: MessageView, wording: Wording): MailContent['quote'] {
  const { spec } = view;
  if (spec.kind !== 'approval-request') return null;
  const text = hideAddresses(cleanText(spec.proposal?.note ?? '')).trim();
  return text === '' ? null : { by: wording.t('mail.label.wrote', peopleIn(view, spec, wording)), text };
}

/** What a mail leads to: `linksOf` says what, the likeliest stands out. */
function actionsOf({ spec, links }: MessageView, { t }: Wording): MailContent['actions'] {
  const urlOf = (link: MessageLink): string => {
    const url = links[link];
    if (url === undefined) throw new Error(`a message of the kind ${spec.kind} has no link to ${link}`);
    return url;
  };
  const actions = offeredBy(spec).flatMap((link): MailAction[] => {
    if (link === 'answer') return answersTo(spec, urlOf(link), t);
    const label = labelOf(link, spec);
    const weight = link === 'decline' || link === 'cancel' ? 'secondary' : 'quiet';
    return [{ label: t(`mail.action.${label}`), url: urlOf(link), weight, answers: false }];
  });
  return actions.map((action, at) => (at === 0 ? { ...action, weight: 'primary' } : action));
}

function labelOf(link: Exclude<MessageLink, 'answer'>, { kind, booked }: MessageSpec) {
  if (link === 'propose' && booked) return 'move';
  if (link === 'propose' && kind === 'approval-request') return 'proposeOther';
  return link === 'approve' && kind === 'booking-request' ? 'approveBooking' : link;
}

/** Whoever has accepted wants to come, and whoever named another time wants that; everybody else is to answer. */
function offeredBy({ partstat, suggestion, ...spec }: MessageSpec): MessageLink[] {
  const likeliest = partstat === 'ACCEPTED' ? 'join' : suggestion && 'propose';
  return [...linksOf(spec)].sort((one, other) => Number(other === likeliest) - Number(one === likeliest));
}

/** Who has accepted can only take it back. */
function answersTo({ leaning, partstat }: MessageSpec, url: string, t: Wording['t']): MailAction[] {
  return ANSWERS.filter((answer) => partstat !== 'ACCEPTED' || answer === 'DECLINED')
    .sort((one, other) => Number(other === leaning) - Number(one === leaning))
    .map((answer) => ({
      label: t(`mail.action.${answer}`),
      url: `${url}&as=${nameOfAnswer(answer)}`,
      weight: 'secondary',
      answers: true,
    }));
}
