import { MessagePage } from '../components/message-page.tsx';
import { OneTime } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { zonesBeside } from '../words.ts';
import type { AnswerPage } from './asked.ts';

/** The meeting does not take place, perhaps by the reader's own answer. */
export function Cancelled({ page }: { page: AnswerPage }) {
  const { link, token, zone, reader } = page;
  const { t } = reader;
  return (
    <MessagePage
      title={t('page.cancelled.title')}
      about={link.meeting.title}
      badge={{ kind: 'bad', text: t('page.card.cancelled') }}
      lead={t('page.answer.cancelled.lead', { declined: link.answer === 'DECLINED' ? 'yes' : 'no' })}
      productName={link.tenantProductName}
    >
      <OneTime
        label={t('page.card.cancelled')}
        time={link.meeting}
        zone={zone.name}
        look="gone"
        elsewhere={zonesBeside(link)}
      />
      <ZoneForm action="/answer" zone={zone} fields={{ t: token }} />
    </MessagePage>
  );
}
