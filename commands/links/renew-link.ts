import { linkOf, type LinkView } from '../../queries/links.ts';
import { refuseLink, spending, type LinkDeps } from './link-uses.ts';

const HOUR_MS = 3_600_000;

/**
 * Mails a fresh "Request new time" link to the address that a link, however old, was bound to.
 * Asking again within the hour is the same mail.
 *
 * @throws LinkProblem `link-unknown`; MeetingRefused, MeetingNotRunning, EngineUnavailable
 */
export async function renewLink(deps: LinkDeps, input: { token: string }): Promise<LinkView> {
  const link = await linkOf(deps, input.token);
  if (!link) throw await refuseLink(deps, 'link-unknown', null);
  const hour = Math.floor(deps.clock.nowMs() / HOUR_MS);
  await spending(deps, link, 'renewed', () =>
    deps.meetings.update(link.uid, {
      type: 'link-requested',
      key: `link-requested/${link.id}/${hour}`,
      door: 'link',
      attendeeId: link.attendeeId,
    }),
  );
  return link;
}
