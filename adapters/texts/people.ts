import type { Wording } from './texts.ts';

/** What texts choose by, and what stands in them for one or several people. */
export interface PeopleValues {
  [name: string]: string | number;
  /** `no`: nobody told the name of the only one. */
  named: 'yes' | 'no';
  other: string;
  count: number;
}

/**
 * People for the texts of mails and pages: one by their name, several as a list that ends with how many more there are.
 *
 * @param names without addresses; empty or null: nobody told it
 */
export function peopleValues(
  names: readonly (string | null)[],
  { t, locale }: Pick<Wording, 't' | 'locale'>,
): PeopleValues {
  const known = names.filter((name) => name !== null && name !== '') as string[];
  const unknown = names.length - known.length;
  if (names.length <= 1) {
    return { named: known.length === 1 ? 'yes' : 'no', other: known[0] ?? t('mail.stranger'), count: 1 };
  }
  const all = unknown === 0 ? known : [...known, t('mail.more', { count: unknown })];
  return {
    named: 'yes',
    other: new Intl.ListFormat(locale, { type: 'conjunction' }).format(all),
    count: names.length,
  };
}
