import type { Together } from '../../../domain/availability/members.ts';
import type { Reader } from '../reader.ts';
import type { BookingPage } from './context.ts';

/** Whom a guest meets, as in "Ada", "Ada and Grace", or "Ada or Grace", where it is decided when they book. */
function peopleWords({
  eventType,
  hosts,
  member,
  reader,
}: Pick<BookingPage, 'eventType' | 'hosts' | 'member' | 'reader'>): string {
  const names = hosts.filter((name): name is string => name !== null && name.trim() !== '');
  if (names.length === 0) return member.name ?? '';
  const { together } = eventType;
  const needed = neededOf(together, hosts.length);
  const type = needed === 1 && names.length > 1 ? 'disjunction' : 'conjunction';
  const listed = listWords(names, reader, type);
  return needed > 1 && needed < names.length
    ? reader.t('page.book.someOf', { count: needed, names: listed })
    : listed;
}

/** The same above the title of what is booked; nothing where nobody has a name. */
export function People({ page }: { page: BookingPage }) {
  const words = peopleWords(page);
  return words === '' ? null : <p class="eyebrow">{words}</p>;
}

export const listWords = (
  names: readonly string[],
  { locale }: Pick<Reader, 'locale'>,
  type: Intl.ListFormatType = 'conjunction',
): string => new Intl.ListFormat(locale, { type }).format(names);

const neededOf = (together: Together, hosts: number): number =>
  together.kind === 'all' ? hosts : together.kind === 'some' ? together.count : 1;
