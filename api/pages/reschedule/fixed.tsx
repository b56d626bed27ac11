import type { Fixed } from '../../../domain/meeting/message-spec.ts';
import { MessagePage } from '../components/message-page.tsx';
import { OneTime } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { zonesBeside } from '../words.ts';
import type { ReschedulePage } from './context.ts';

/** The reader can ask for no other time: said before they choose one. */
export function FixedTime({ page, fixed }: { page: ReschedulePage; fixed: Fixed }) {
  const { link, token, zone, reader } = page;
  const { t } = reader;
  return (
    <MessagePage
      title={t(`page.fixed.${fixed}.title`)}
      about={link.meeting.title}
      lead={t(`page.fixed.${fixed}.text`)}
      productName={link.tenantProductName}
    >
      <OneTime
        label={t('page.card.meeting')}
        time={link.meeting}
        zone={zone.name}
        look="plain"
        elsewhere={zonesBeside(link)}
      />
      <ZoneForm action="/reschedule" zone={zone} fields={{ r: token }} />
    </MessagePage>
  );
}
