import type { LinkView } from '../../../adapters/postgres/links.ts';
import type { Instant } from '../../../domain/meeting/state.ts';
import type { LinkProblemCode } from '../../links/problem.ts';
import { MessagePage } from '../components/message-page.tsx';
import { RenewForm } from '../components/renew-form.tsx';
import { canMove } from './standing.ts';

export const LINK_STATUS: Record<LinkProblemCode, number> = {
  'link-unknown': 404,
  'link-expired': 410,
  'link-used': 410,
  'link-foreign': 404,
};

const WORDS: Record<LinkProblemCode, { title: string; lead: string }> = {
  'link-unknown': {
    title: 'We do not know this link',
    lead: 'It may have been cut off on its way. Please open the newest mail about your meeting and use the link in it.',
  },
  'link-expired': {
    title: 'This link has expired',
    lead: 'Links stop working after a while, so that an old mail cannot change anything.',
  },
  'link-used': {
    title: 'This link has been used',
    lead: 'It works once, and what was asked with it is settled.',
  },
  'link-foreign': {
    title: 'This link opens another page',
    lead: 'It was made for something else. Please open it again from the mail that it came with.',
  },
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
  const { title, lead } = WORDS[code];
  return (
    <MessagePage title={title} lead={lead} about={link?.meeting.title} productName={productName}>
      {link && canMove(link, nowMs) && <RenewForm token={token} />}
      {link && !canMove(link, nowMs) && (
        <p>The meeting itself {overWord(link)}, so there is nothing left to change.</p>
      )}
    </MessagePage>
  );
}

export function overWord(link: LinkView): string {
  switch (link.meeting.status) {
    case 'cancelled':
      return 'was cancelled';
    case 'closed':
      return 'is over';
    case 'live':
    case 'scheduled':
      return 'has begun';
    case 'open':
      return 'is not booked';
  }
}
