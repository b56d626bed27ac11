import type { ComponentChildren } from 'preact';
import type { Fixed } from '../../../domain/meeting/message-spec.ts';
import { MessagePage } from '../components/message-page.tsx';
import { OneTime } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import type { AnswerPage } from '../answer/asked.ts';

interface FixedPageProps {
  page: Pick<AnswerPage, 'link' | 'zone' | 'reader'>;
  fixed: Fixed;
  /** Where the page is, and the fields that lead there. */
  action: string;
  fields: Readonly<Record<string, string>>;
  /** Other zones that the time is told in. */
  elsewhere?: readonly (string | null)[];
  children?: ComponentChildren;
}

/** The reader cannot change the meeting, and is told before they choose anything. */
export function FixedPage({
  page: { link, zone, reader },
  fixed,
  action,
  fields,
  elsewhere,
  children,
}: FixedPageProps) {
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
        {...(elsewhere && { elsewhere })}
      />
      <ZoneForm action={action} zone={zone} fields={fields} />
      {children}
    </MessagePage>
  );
}
