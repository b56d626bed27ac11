import type { HeldView } from '../../../adapters/postgres/inbound/held.ts';
import type { LinkView } from '../../../adapters/postgres/links.ts';
import { MessagePage } from '../components/message-page.tsx';
import { useReader } from '../reader.ts';

interface Props {
  link: LinkView;
  settled: NonNullable<HeldView['settled']>;
}

/** What the party said of the answer in its name. */
export function ConfirmOutcome({ link, settled }: Props) {
  const { t } = useReader();
  const word = settled === 'confirmed' ? 'confirmed' : 'denied';
  return (
    <MessagePage
      title={t(`page.confirm.${word}.title`)}
      about={link.meeting.title}
      badge={{ kind: word === 'confirmed' ? 'good' : '', text: t(`page.confirm.${word}.badge`) }}
      lead={t(`page.confirm.${word}.lead`)}
      productName={link.tenantProductName}
    />
  );
}
