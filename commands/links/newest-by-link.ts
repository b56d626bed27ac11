import type { LinkDeps } from './link-uses.ts';
import { openLink } from './open-link.ts';

/**
 * Mails the newest invitation to the attendee whose link it is; asking again is the same mail.
 *
 * @throws LinkProblem
 */
export async function newestByLink(deps: LinkDeps, token: string): Promise<void> {
  const link = await openLink(deps, token, 'confirm');
  await deps.meetings.tell(link.uid, {
    type: 'refresh-requested',
    key: `refresh/link/${link.id}`,
    door: 'link',
    attendeeId: link.attendeeId,
  });
}
