import { canMove } from '../../../domain/meeting/moving.ts';
import type { AskedStanding } from '../../../domain/meeting/standing.ts';
import type { LinkProposal, LinkView } from '../../../queries/links.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { MessagePage } from '../components/message-page.tsx';
import { Notice } from '../components/notice.tsx';
import { RenewOr } from './renew-or.tsx';
import { TimeCard } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import type { Translate } from '../../../adapters/texts/texts.ts';
import { useReader } from '../reader.ts';
import type { ReaderZone } from '../time/zone.ts';
import { zonesBeside, type RefusalWords } from '../words.ts';

export interface OutcomeWords {
  badge: { kind: 'good' | 'bad' | 'warn' | ''; text: string };
  title: string;
  lead?: string;
}

export const BADGES: Record<Exclude<AskedStanding, 'open'>, OutcomeWords['badge']['kind']> = {
  approved: 'good',
  agreed: 'warn',
  declined: '',
  declinedByOther: '',
  withdrawn: '',
  replaced: '',
  expired: 'warn',
  superseded: '',
};

interface ProposalOutcomeProps {
  words: OutcomeWords;
  /** Why what the reader has just tried did not work. */
  refusal: RefusalWords | undefined;
  page: { link: LinkView; token: string; zone: ReaderZone; nowMs: Instant };
  proposal: LinkProposal;
  askedLabel: string;
  /** It may still come to what was asked for. */
  stillOpen?: boolean;
  /** How this page is opened again in another zone. */
  address: { action: string; tokenField: string };
  renewal: { heading: string; quiet: boolean };
}

/** What became of a proposal, how the meeting stands now, and the way on. */
export function ProposalOutcome(props: ProposalOutcomeProps) {
  const { words, refusal, proposal, askedLabel, stillOpen = false, address, renewal } = props;
  const { link, token, zone, nowMs } = props.page;
  const { t } = useReader();
  const moved = proposal.startMs === link.meeting.startMs && proposal.endMs === link.meeting.endMs;
  const cancelled = link.meeting.status === 'cancelled';
  return (
    <MessagePage
      {...(cancelled ? cancelledSince(words, t) : words)}
      about={link.meeting.title}
      productName={link.tenantProductName}
    >
      {refusal && (
        <Notice kind="warn" title={refusal.title}>
          <p>{refusal.text}</p>
        </Notice>
      )}
      <div class={moved ? 'times' : 'times two'}>
        {!moved && (
          <TimeCard label={askedLabel} time={proposal} zone={zone.name} look={stillOpen ? 'new' : 'gone'} />
        )}
        <TimeCard
          label={t(cancelled ? 'page.card.cancelled' : 'page.card.meetingIs')}
          time={link.meeting}
          zone={zone.name}
          look={cancelled ? 'gone' : stillOpen ? 'plain' : 'new'}
          elsewhere={zonesBeside(link)}
        />
      </div>
      <ZoneForm action={address.action} zone={zone} fields={{ [address.tokenField]: token }} />
      <div class="divided stack">
        {canMove(link.meeting, nowMs) ? (
          <RenewOr {...{ link, token, nowMs }} zone={zone.name} {...renewal} />
        ) : (
          <p class="muted">{t(`page.over.${link.meeting.status}`)}</p>
        )}
      </div>
    </MessagePage>
  );
}

/** Whatever became of the proposal, nobody should come to a meeting that does not take place. */
const cancelledSince = ({ title }: OutcomeWords, t: Translate): OutcomeWords => ({
  badge: { kind: 'bad', text: t('page.card.cancelled') },
  title: t('page.cancelled.title'),
  lead: t('page.cancelled.lead', { outcome: title }),
});
