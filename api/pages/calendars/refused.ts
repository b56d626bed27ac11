import { TooManyPasswords } from '../../../commands/app-passwords/too-many.ts';
import { CalendarRefusal, type CalendarCondition } from '../../../commands/calendars/refusals.ts';
import { MissingPrivilege } from '../../../policies/missing-privilege.ts';

const WORDS: Partial<Record<CalendarCondition, string>> = {
  'no-uid-conflict': 'conflict',
  'default-calendar-needed': 'default',
  'quota-not-exceeded': 'tooMany',
};

/** Why it was not done, as the address says it afterwards. @throws what is no refusal */
export function refusedAs(error: unknown): string {
  if (error instanceof CalendarRefusal) return WORDS[error.code] ?? 'refused';
  if (error instanceof MissingPrivilege) return 'forbidden';
  if (error instanceof TooManyPasswords) return 'tooManyPasswords';
  throw error;
}

/** Does it, and says what came of it. @param done where it was done */
export async function doneOrRefused(done: string, work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return done;
  } catch (error) {
    return refusedAs(error);
  }
}
