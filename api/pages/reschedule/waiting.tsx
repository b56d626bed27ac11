import type { LinkProposal } from '../../../adapters/postgres/links.ts';
import { MessagePage } from '../components/message-page.tsx';
import { Notice, Quote } from '../components/notice.tsx';
import { TimeCard } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { pathTo } from '../render.ts';
import { formatMoment } from '../time/format.ts';
import { counterpartName, type RefusalWords } from '../words.ts';
import type { ReschedulePage } from './context.ts';

interface WaitingProps {
  page: ReschedulePage;
  proposal: LinkProposal;
  refusal?: RefusalWords | undefined;
}

/** The reader's request is open: it can be changed or taken back. */
export function Waiting({ page, proposal, refusal }: WaitingProps) {
  const { link, token, zone } = page;
  const other = counterpartName(link);
  const elsewhere = [link.counterpart.timezone, 'UTC'];
  return (
    <MessagePage
      title="Your request is on its way"
      about={link.meeting.title}
      badge={{ kind: 'warn', text: `Waiting for ${other}` }}
      lead={
        <>
          We have asked {other}. You get a mail when it is decided, by{' '}
          {formatMoment(proposal.expiresMs, zone.name)} at the latest.
        </>
      }
      productName={link.tenantProductName}
    >
      {refusal && (
        <Notice kind="warn" title={refusal.title}>
          <p>{refusal.text}</p>
        </Notice>
      )}
      <div class="times two">
        <TimeCard label="Now" time={link.meeting} zone={zone.name} look="plain" elsewhere={elsewhere} />
        <TimeCard label="You asked for" time={proposal} zone={zone.name} look="new" elsewhere={elsewhere} />
      </div>
      <Quote text={proposal.note} by="You wrote" />
      <div class="actions">
        <a class="button quiet" href={pathTo('/reschedule', { r: token, edit: '1', zone: zone.name })}>
          Change request
        </a>
        <form method="post" action="/reschedule">
          <input type="hidden" name="r" value={token} />
          <input type="hidden" name="zone" value={zone.name} />
          <button class="button quiet" type="submit" name="action" value="withdraw">
            Withdraw request
          </button>
        </form>
      </div>
      <div class="divided">
        <ZoneForm action="/reschedule" zone={zone} fields={{ r: token }} />
      </div>
    </MessagePage>
  );
}
