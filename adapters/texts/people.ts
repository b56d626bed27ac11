import type { Wording } from './texts.ts';

/** What texts choose by, and what stands in them for one or several people. */
export interface PeopleValues {
  [name: string]: string | number;
  /** `no`: nobody told the name of the only other person; `among`: nobody told that of the one, of several, who is meant. */
  named: 'yes' | 'no' | 'among';
  other: string;
  count: number;
  /** How many people there are beside the reader, whether they are meant or not. */
  othersCount: number;
}

/**
 * People for the texts of mails and pages: one by their name, several as a list that ends with how many more there are.
 *
 * @param names of those who are meant, without addresses; empty or null: nobody told it
 * @param othersCount how many people there are beside the reader
 */
export function peopleValues(
  names: readonly (string | null)[],
  othersCount: number,
  { t, locale }: Pick<Wording, 't' | 'locale'>,
): PeopleValues {
  const known = names.flatMap((name) => (name === null || name === '' ? [] : t('mail.person', { name })));
  const unknown = names.length - known.length;
  if (names.length <= 1) {
    const [other] = known;
    if (other !== undefined) return { named: 'yes', other, count: 1, othersCount };
    return othersCount > 1
      ? { named: 'among', other: t('mail.strangerAmong'), count: 1, othersCount }
      : { named: 'no', other: t('mail.stranger'), count: 1, othersCount };
  }
  const all = unknown === 0 ? known : [...known, t('mail.more', { count: unknown })];
  return {
    named: 'yes',
    other: new Intl.ListFormat(locale, { type: 'conjunction' }).format(all),
    count: names.length,
    othersCount,
  };
}
