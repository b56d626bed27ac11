import { formatMoment } from '../../../adapters/texts/times.ts';
import type { AskedStanding } from '../../../domain/meeting/standing.ts';
import { MessagePage } from '../components/message-page.tsx';
import { RefusalNotice } from '../components/notice.tsx';
import { OneTime } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { BADGES } from '../links/proposal-outcome.tsx';
import { proposerValues, zonesBeside, type RefusalWords } from '../words.ts';
import type { DecidePage } from './context.ts';

interface Props {
  page: DecidePage;
  refusal?: RefusalWords | undefined;
}

/** Whether a host takes a booking: the time that is held, and one button. */
export function BookingQuestion({ page, refusal }: Props) {
  const { decision, link, proposal, token, zone, reader } = page;
  const { t } = reader;
  return (
    <MessagePage
      title={t(`page.decide.booking.${decision}.title`)}
      about={link.meeting.title}
      lead={t('page.decide.booking.lead', proposerValues(link, reader))}
      productName={link.tenantProductName}
    >
      <RefusalNotice refusal={refusal} />
      <HeldTime page={page} />
      <Form action={`/${decision}`} class="stack" carried={{ t: token, zone: zone.name }}>
        <div class="actions">
          <Button look={decision === 'approve' ? undefined : 'danger'}>
            {t(`page.decide.booking.${decision}.button`)}
          </Button>
        </div>
        <p class="small muted">
          {t(`page.decide.booking.${decision}.hint`, {
            until: formatMoment(proposal.expiresMs, zone.name, reader),
          })}
        </p>
      </Form>
      <div class="divided">
        <ZoneForm action={`/${decision}`} zone={zone} fields={{ t: token }} />
      </div>
    </MessagePage>
  );
}

/** What became of a booking that a host was asked about. */
export function BookingOutcome({
  page,
  refusal,
  standing,
}: Props & { standing: Exclude<AskedStanding, 'open'> }) {
  const { link, reader, decision, zone, token } = page;
  const { t } = reader;
  const outcome = outcomeOf(standing);
  return (
    <MessagePage
      title={t(`page.decide.booking.${outcome}.title`)}
      about={link.meeting.title}
      badge={{
        kind: BADGES[standing],
        text: t(`page.standing.${standing === 'declinedByOther' ? 'declined' : standing}`),
      }}
      lead={t(`page.decide.booking.${outcome}.lead`)}
      productName={link.tenantProductName}
    >
      <RefusalNotice refusal={refusal} />
      <HeldTime page={page} isOver={outcome === 'declined' || outcome === 'over'} />
      <ZoneForm action={`/${decision}`} zone={zone} fields={{ t: token }} />
    </MessagePage>
  );
}

function outcomeOf(standing: Exclude<AskedStanding, 'open'>) {
  switch (standing) {
    case 'approved':
    case 'agreed':
    case 'declined':
      return standing;
    case 'declinedByOther':
      return 'declined';
    default:
      return 'over';
  }
}

function HeldTime({ page: { link, zone, reader }, isOver = false }: { page: DecidePage; isOver?: boolean }) {
  return (
    <OneTime
      label={reader.t('mail.label.when')}
      time={link.meeting}
      zone={zone.name}
      look={isOver ? 'gone' : 'new'}
      elsewhere={zonesBeside(link)}
    />
  );
}
