import { MeetingNotRunning, MeetingRefused } from '../../activities/meeting/meetings.ts';
import { findLink, type LinkView } from '../../adapters/postgres/links.ts';
import type { LinkPurpose } from '../../domain/meeting/links.ts';
import { may } from '../../policies/may.ts';
import { recordTokenUse, type TokenUse } from '../../adapters/postgres/token-audit.ts';
import type { ApiDeps } from '../deps.ts';
import { LinkProblem, type LinkProblemCode } from './problem.ts';

const USES: Record<Exclude<LinkProblemCode, 'link-unknown'>, TokenUse> = {
  'link-expired': 'expired',
  'link-used': 'used',
  'link-foreign': 'foreign',
};

/**
 * Refuses a link: counted, and one that there is written to the audit log.
 * Unknown ones are only counted: anybody could fill the log with them.
 */
export async function refuseLink(
  deps: ApiDeps,
  code: LinkProblemCode,
  link: LinkView | null,
): Promise<LinkProblem> {
  deps.metrics.invalidTokens.inc({ reason: code });
  if (link && code !== 'link-unknown') await recordTokenUse(deps.knex, { link, what: USES[code] });
  return new LinkProblem(code);
}

/** Whether whoever has this link may do that with it. */
export const isFor = (link: LinkView, purpose: LinkPurpose): boolean =>
  may({ kind: 'attendee', ...link }, `meeting.${purpose}`, link);

/**
 * The link of a token that is to be spent.
 *
 * @throws LinkProblem `link-unknown` or `link-foreign`
 */
export async function openLink(deps: ApiDeps, token: string, purpose: LinkPurpose): Promise<LinkView> {
  const link = await findLink(deps.knex, token);
  if (!link) throw await refuseLink(deps, 'link-unknown', null);
  if (!isFor(link, purpose)) throw await refuseLink(deps, 'link-foreign', link);
  return link;
}

/** Runs what spends a link, and writes to the audit log how it ended. */
export async function spending<T>(
  deps: ApiDeps,
  link: LinkView,
  what: TokenUse,
  act: () => Promise<T>,
): Promise<T> {
  try {
    const result = await act();
    await recordTokenUse(deps.knex, { link, what });
    return result;
  } catch (error) {
    const reason = refusalOf(error);
    if (reason) await recordTokenUse(deps.knex, { link, what: 'refused', details: { reason } });
    throw error;
  }
}

function refusalOf(error: unknown): string | null {
  if (error instanceof MeetingRefused) return error.code;
  return error instanceof MeetingNotRunning ? 'meeting-over' : null;
}
