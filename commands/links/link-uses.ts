import { refusalOf } from '../../activities/meeting/meetings.ts';
import type { LinkView } from '../../queries/links.ts';
import { recordTokenUse, type TokenUse } from '../../adapters/postgres/token-audit.ts';
import type { CommandDeps } from '../deps.ts';
import { LinkProblem, type LinkProblemCode } from './link-problem.ts';

/** What the commands about links work with. */
export type LinkDeps = Pick<CommandDeps, 'knex' | 'meetings' | 'clock' | 'metrics'>;

const USES: Record<Exclude<LinkProblemCode, 'link-unknown'>, TokenUse> = {
  'link-expired': 'expired',
  'link-used': 'used',
  'link-foreign': 'foreign',
  'not-attending': 'refused',
};

/**
 * Refuses a link: counted, and one that there is written to the audit log.
 * Unknown ones are only counted: anybody could fill the log with them.
 *
 * @returns what to throw, where it is not only told
 */
export async function refuseLink(
  { knex, metrics }: Pick<LinkDeps, 'knex' | 'metrics'>,
  code: LinkProblemCode,
  link: LinkView | null,
): Promise<LinkProblem> {
  metrics.invalidTokens.inc({ reason: code });
  if (link && code !== 'link-unknown') await recordTokenUse(knex, { link, what: USES[code] });
  return new LinkProblem(code, link);
}

/** Writes to the audit log that somebody has looked at what a link opens. @param what by default: whether it was spent before */
export const noteLook = (
  { knex }: Pick<LinkDeps, 'knex'>,
  link: LinkView,
  what: 'shown' | 'used' = link.usedMs === null ? 'shown' : 'used',
): Promise<void> => recordTokenUse(knex, { link, what });

/** Runs what spends a link, and writes to the audit log how it ended. */
export async function spending<T>(
  { knex }: Pick<LinkDeps, 'knex'>,
  link: LinkView,
  what: TokenUse,
  act: () => Promise<T>,
): Promise<T> {
  try {
    const result = await act();
    await recordTokenUse(knex, { link, what });
    return result;
  } catch (error) {
    const reason = refusalOf(error);
    if (reason) await recordTokenUse(knex, { link, what: 'refused', details: { reason } });
    throw error;
  }
}
