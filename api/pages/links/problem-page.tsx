import type { LinkView } from '../../../adapters/postgres/links.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { LinkProblemCode } from '../../links/problem.ts';
import { MessagePage } from '../components/message-page.tsx';
import { RenewForm } from '../components/renew-form.tsx';
import { useReader } from '../reader.ts';
import { canMove } from './standing.ts';

export const LINK_STATUS: Record<LinkProblemCode, number> = {
  'link-unknown': 404,
  'link-expired': 410,
  'link-used': 410,
  'link-foreign': 404,
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
  return (
    <MessagePage
      title={t(`page.link.${code}.title`)}
      lead={t(`page.link.${code}.lead`)}
      about={link?.meeting.title}
      productName={productName}
    >
      {link && canMove(link, nowMs) && <RenewForm token={token} />}
      {link && !canMove(link, nowMs) && <p>{t(`page.over.${link.meeting.status}`)}</p>}
    </MessagePage>
  );
}
