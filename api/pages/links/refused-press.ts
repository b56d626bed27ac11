import { refusalOf } from '../../../activities/meeting/meetings.ts';
import { LinkProblem } from '../../../commands/links/link-problem.ts';
import type { RefusalCode } from '../../../domain/meeting/decision.ts';

/**
 * Why what was pressed on a link's page did not happen; null when it did, or when the page itself tells what became of the link.
 *
 * @throws what is neither a refusal nor about the link
 */
export async function refusedPress(act: Promise<unknown>): Promise<RefusalCode | null> {
  try {
    await act;
    return null;
  } catch (error) {
    if (error instanceof LinkProblem) return error.code === 'link-used' ? 'link-used' : null;
    const code = refusalOf(error);
    if (code === null) throw error;
    return code;
  }
}
