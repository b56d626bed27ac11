import type { Translate } from '../../../adapters/texts/texts.ts';
import { setShares, type Share } from '../../../commands/calendars/set-shares.ts';
import { InvalidInput } from '../../../commands/invalid-input.ts';
import { isUuid } from '../../../domain/uuid.ts';
import { ACCESSES, type Access } from '../../../policies/sharing.ts';
import { viewOf } from '../../../queries/calendars/calendar-views.ts';
import type { Member, SeenCollection } from '../../../queries/calendars/collections.ts';
import type { ApiDeps } from '../../deps.ts';
import { typedIn, type Again } from '../forms/submitted.ts';
import { doneOrRefused } from './refused.ts';
import { KEPT } from './sharing.tsx';

/**
 * Shares a calendar as its form says. Whom the form does not name, since they came in meanwhile, stays.
 *
 * @returns what was done, as the address says it; or the form once more
 */
export async function takeSharing(
  deps: ApiDeps,
  { member, calendar }: { member: Member; calendar: SeenCollection },
  form: URLSearchParams,
  t: Translate,
): Promise<string | Again> {
  const typed = typedIn(form);
  const { shares: before } = await viewOf(deps, calendar);
  const wrong = { typed, errors: [{ field: 'with', text: t('page.calendars.wrong.with') }] };
  const shares = before.flatMap(({ principalId }): Share[] => {
    const chosen = typed[`share.${principalId}`] ?? KEPT;
    if (chosen === 'none') return [];
    return [{ principalId, access: accessNamed(chosen) }];
  });
  if (typed.with) {
    const access = accessNamed(typed.may);
    if (access === null || !isUuid(typed.with)) return wrong;
    shares.push({ principalId: typed.with, access });
  }
  const everybody = typed.everybody === 'nothing' || typed.everybody === 'free-busy' ? typed.everybody : null;
  try {
    return await doneOrRefused('shared', () => setShares(deps, member, calendar, { shares, everybody }));
  } catch (error) {
    if (error instanceof InvalidInput) return wrong;
    throw error;
  }
}

/** Null: it stays as it is. */
const accessNamed = (name: string | undefined): Access | null =>
  ACCESSES.find((access) => access === name) ?? null;
