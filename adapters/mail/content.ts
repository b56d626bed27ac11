import type { MessageView } from '../../activities/ports.ts';
import { cleanLine, cleanText } from '../../domain/ical/text.ts';
import { hideAddresses } from '../../domain/meeting/privacy.ts';
import { LABELS, STRANGER, wordsFor, type Words } from './texts.ts';
import { inZones, momentLine, type TimeInZone } from './times.ts';

/** What a mail says, in the order in which it says it; the HTML and the plain text are made of it alone. */
export interface MailContent extends Words {
  product: string;
  /** The meeting's title. */
  title: string;
  times: { label: string; inZones: TimeInZone[]; past: boolean }[];
  /** What a person wrote about it. */
  quote: { from: string; text: string } | null;
  /** The meeting's own description. */
  description: string;
  actions: MailAction[];
}

export interface MailAction {
  label: string;
  url: string;
  /** One primary action stands out; quiet ones are links. */
  weight: 'primary' | 'secondary' | 'quiet';
}

/** Puts one party's message into words. Free text from people comes out without control characters and addresses. */
export function contentOf(view: MessageView): MailContent {
  const { spec, recipient, counterpart } = view;
  const other = personName(counterpart.name);
  const own = [recipient.timezone];
  const title = hideAddresses(cleanLine(view.meeting.title));
  const words = wordsFor({
    kind: spec.kind,
    product: cleanLine(view.tenant.productName),
    other,
    reason: spec.reason,
    says: spec.held?.says ?? null,
    suggests: spec.suggestion !== undefined,
    ownProposal: spec.proposal?.proposedBy === recipient.role,
    expires: spec.proposal ? momentLine(spec.proposal.expiresMs, recipient.timezone) : '',
  });
  return {
    ...words,
    product: cleanLine(view.tenant.productName),
    title,
    times: timesOf(view, spec.kind === 'approval-request' ? [...own, counterpart.timezone] : own),
    quote: quoteOf(view, other),
    description: isAboutTheMeeting(view) ? cleanText(view.meeting.description).trim() : '',
    actions: actionsOf(view),
  };
}

const personName = (name: string | null): string => hideAddresses(cleanLine(name ?? '')) || STRANGER;

const isAboutTheMeeting = ({ spec }: MessageView): boolean =>
  spec.kind === 'invitation' || spec.kind === 'update' || spec.kind === 'refresh';

function timesOf({ spec }: MessageView, zones: (string | null)[]): MailContent['times'] {
  const row = (label: string, time: { startMs: number; endMs: number }, past = false) => ({
    label,
    inZones: inZones(time, zones),
    past,
  });
  const { proposal, previousTime } = spec;
  switch (spec.kind) {
    case 'invitation':
    case 'refresh':
      return [row(LABELS.when, spec.time)];
    case 'update':
      return [
        row(LABELS.newTime, spec.time),
        ...(previousTime ? [row(LABELS.before, previousTime, true)] : []),
      ];
    case 'cancellation':
      return [row(LABELS.wasPlanned, spec.time, true)];
    case 'approval-request':
      return [...(proposal ? [row(LABELS.proposed, proposal)] : []), row(LABELS.current, spec.time)];
    case 'proposal-declined':
    case 'proposal-expired':
    case 'proposal-withdrawn':
    case 'proposal-refused':
      return [row(LABELS.stays, spec.time), ...(proposal ? [row(LABELS.wasProposed, proposal, true)] : [])];
    case 'fresh-link':
    case 'text-answer':
    case 'not-delivered':
      return [row(LABELS.current, spec.time)];
    case 'confirm-answer':
      return [
        ...(spec.held?.time ? [row(LABELS.proposed, spec.held.time)] : []),
        row(LABELS.current, spec.time),
      ];
  }
}

function quoteOf({ spec }: MessageView, other: string): MailContent['quote'] {
  if (spec.kind === 'approval-request') {
    const text = hideAddresses(cleanText(spec.proposal?.note ?? '')).trim();
    return text === '' ? null : { from: other, text };
  }
  return null;
}

function actionsOf({ spec, links }: MessageView): MailContent['actions'] {
  const action = (weight: MailAction['weight'], label: string, url: string | null): MailAction[] =>
    url === null || url === '' ? [] : [{ weight, label, url }];
  const propose = action('quiet', LABELS.propose, links.propose);
  switch (spec.kind) {
    case 'invitation':
    case 'refresh':
    case 'update':
      return [...action('primary', LABELS.join, links.join), ...propose];
    case 'approval-request':
      return [
        ...action('primary', LABELS.approve, links.approve),
        ...action('secondary', LABELS.decline, links.decline),
        ...action('quiet', LABELS.proposeOther, links.propose),
      ];
    case 'fresh-link':
    case 'text-answer':
      return action('primary', LABELS.propose, links.propose);
    case 'confirm-answer':
      return action('primary', LABELS.confirm, links.confirm);
    case 'not-delivered':
      return action('primary', LABELS.join, links.join);
    case 'cancellation':
      return [];
    default:
      return propose;
  }
}
