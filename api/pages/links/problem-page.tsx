import type { LinkProblemCode } from '../../../commands/links/link-problem.ts';
import { canMove } from '../../../domain/meeting/moving.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { LinkView } from '../../../queries/links.ts';
import { MessagePage } from '../components/message-page.tsx';
import { RenewOr } from './renew-or.tsx';
import { useReader } from '../reader.ts';

export const LINK_STATUS: Record<LinkProblemCode, number> = {
  'link-unknown': 404,
  'link-expired': 410,
  'link-used': 410,
  'link-foreign': 404,
  'not-attending': 410,
};

interface LinkProblemPageProps {
  code: LinkProblemCode;
  link: LinkView | null;
  token: string;
  productName: string;
  nowMs: Instant;
}

/** Why a link does not work, and the way on where there is one. */
export function LinkProblemPage({ code, link, token, productName, nowMs }: LinkProblemPageProps) {
  const { t } = useReader();
  const about = link?.meeting.title;
  if (code === 'not-attending') {
    const gaveBack = link?.answer === 'DECLINED' && link.meeting.seats !== undefined;
    const words = gaveBack
      ? { title: t('page.answer.seatGiven.title'), lead: t('page.answer.seatGiven.text') }
      : { title: t('page.refusal.notInvited.title'), lead: t('page.refusal.notInvited.text') };
    return <MessagePage {...words} about={about} productName={productName} />;
  }
  const words = { title: t(`page.link.${code}.title`), lead: t(`page.link.${code}.lead`) };
  return (
    <MessagePage {...words} about={about} productName={productName}>
      {link && canMove(link.meeting, nowMs) && <RenewOr token={token} link={link} nowMs={nowMs} />}
      {link && !canMove(link.meeting, nowMs) && <p>{t(`page.over.${link.meeting.status}`)}</p>}
    </MessagePage>
  );
}
