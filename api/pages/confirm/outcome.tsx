import type { HeldView } from '../../../adapters/postgres/inbound/held.ts';
import type { LinkView } from '../../../adapters/postgres/links.ts';
import { MessagePage } from '../components/message-page.tsx';

interface Props {
  link: LinkView;
  held: HeldView;
  settled: NonNullable<HeldView['settled']>;
}

/** What the party said of the answer in its name. */
export const ConfirmOutcome = ({ link, settled }: Props) =>
  settled === 'confirmed' ? (
    <MessagePage
      title="Thank you, your answer counts"
      about={link.meeting.title}
      badge={{ kind: 'good', text: 'Confirmed' }}
      lead="You said that it was you. If it changes the meeting, your calendar hears of it by mail."
      productName={link.tenantProductName}
    />
  ) : (
    <MessagePage
      title="Thank you, the answer is set aside"
      about={link.meeting.title}
      badge={{ kind: '', text: 'Not yours' }}
      lead="You said that it was not you. It has changed nothing, and it will not."
      productName={link.tenantProductName}
    />
  );
