import { C, textOfProperty } from './client.ts';
import { event, type DavUser } from './stage.ts';

/** An event of an organizer and some who are invited. @param guests addresses, or whole URIs */
export const invitation = (
  uid: string,
  organizer: DavUser,
  guests: readonly string[],
  lines: string[] = [],
  times: { start?: string; end?: string } = {},
): string =>
  event(uid, {
    ...times,
    lines: [
      `ORGANIZER;CN=Host:mailto:${organizer.email}`,
      ...guests.map((guest) => `ATTENDEE;CN=Guest:${guest.includes(':') ? guest : `mailto:${guest}`}`),
      ...lines,
    ],
  });

export const unfolded = (text: string): string => text.replace(/\r\n[ \t]/g, '');

export interface Member {
  href: string;
  /** Unfolded. */
  text: string;
}

/** What is in a calendar or an inbox. */
export async function textsIn({ client }: DavUser, href: string): Promise<Member[]> {
  const all = await client.propfind(href, ['D:getetag'], 1);
  const members = all.filter((told) => told.href !== href);
  return Promise.all(
    members.map(async (told) => ({ href: told.href, text: unfolded((await client.get(told.href)).text) })),
  );
}

/** Messages about a UID, the first first. */
export const messagesOf = async (user: DavUser, uid: string): Promise<string[]> =>
  (await textsIn(user, `${user.home}inbox/`))
    .map(({ text }) => text)
    .filter((text) => text.includes(`UID:${uid}\r\n`));

/** What somebody has of a UID in their first calendar; null: nothing. */
export async function copyOf(user: DavUser, uid: string): Promise<Member | null> {
  const [found] = await user.client.report(
    user.calendar,
    'C:calendar-query',
    `<D:prop><C:calendar-data/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
       <C:prop-filter name="UID"><C:text-match collation="i;octet" match-type="equals">${uid}</C:text-match></C:prop-filter>
     </C:comp-filter></C:comp-filter></C:filter>`,
  );
  return found
    ? {
        href: found.href,
        text: unfolded(textOfProperty(found, C('calendar-data')) ?? '').replace(/\r?\n/g, '\r\n'),
      }
    : null;
}

/** The line of an attendee; empty: they are none. */
export const attendeeIn = (text: string, address: string): string =>
  unfolded(text)
    .split(/\r?\n/)
    .find(
      (line) =>
        line.startsWith('ATTENDEE') &&
        line.toLowerCase().endsWith(`:${address.includes(':') ? '' : 'mailto:'}${address}`.toLowerCase()),
    ) ?? '';

/** Says PARTSTAT in one's own copy. @returns the status of the PUT */
export async function answer(
  user: DavUser,
  uid: string,
  partstat: string,
  address = user.email,
): Promise<number> {
  const copy = await copyOf(user, uid);
  if (!copy) throw new Error(`${user.email} has no ${uid}`);
  const line = attendeeIn(copy.text, address);
  const said = line.replace(/;PARTSTAT=[A-Z-]+/, '').replace(/^ATTENDEE/, `ATTENDEE;PARTSTAT=${partstat}`);
  return (await user.client.put(copy.href, copy.text.replace(line, said))).status;
}
