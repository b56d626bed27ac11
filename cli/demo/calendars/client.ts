import { Difference, same } from '../difference.ts';

/** A calendar program of somebody: it speaks CalDAV with an app password. */
export class CalendarProgram {
  readonly #url: string;
  readonly #authorization: string;
  /** Where their calendars are. */
  readonly home: string;
  /** Their first calendar. */
  calendar = '';

  constructor(url: string, { id, address, password }: { id: string; address: string; password: string }) {
    this.#url = url;
    this.#authorization = `Basic ${Buffer.from(`${address}:${password}`).toString('base64')}`;
    this.home = `/dav/calendars/${id}/`;
  }

  async ask(
    method: string,
    href: string,
    body?: string,
    depth = '1',
  ): Promise<{ status: number; text: string }> {
    const type = body?.startsWith('<') ? 'application/xml' : 'text/calendar';
    const response = await fetch(this.#url + href, {
      method,
      headers: { authorization: this.#authorization, 'content-type': type, depth },
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, text: await response.text() };
  }

  /** Finds the account, as programs do from its address alone. */
  async connect(): Promise<void> {
    const found = await this.ask(
      'PROPFIND',
      this.home,
      '<D:propfind xmlns:D="DAV:"><D:prop><D:resourcetype/></D:prop></D:propfind>',
    );
    same('the status of the calendars', found.status, 207);
    const first = hrefsIn(found.text).find((href) => /\/[0-9A-F-]{36}\/$/.test(href));
    if (first === undefined) throw new Difference('a first calendar', 'one', 'none');
    this.calendar = first;
  }

  async put(href: string, text: string): Promise<void> {
    const { status } = await this.ask('PUT', href, text);
    same('whether the calendar took it', status === 201 || status === 204, true);
  }

  /** The texts of what is in a calendar or an inbox, unfolded, by their addresses. */
  async read(collection: string): Promise<Map<string, string>> {
    const found = await this.ask(
      'PROPFIND',
      collection,
      '<D:propfind xmlns:D="DAV:"><D:prop><D:getetag/></D:prop></D:propfind>',
    );
    const hrefs = hrefsIn(found.text).filter((href) => !href.endsWith('/'));
    const texts = await Promise.all(hrefs.map(async (href) => (await this.ask('GET', href)).text));
    return new Map(hrefs.map((href, index) => [href, (texts[index] ?? '').replace(/\r\n[ \t]/g, '')]));
  }

  /** When somebody has no time, and nothing else. */
  async freeBusy(href: string, startMs: number, endMs: number): Promise<string> {
    const window = `<C:time-range start="${utc(startMs)}" end="${utc(endMs)}"/>`;
    const body = `<C:free-busy-query xmlns:C="urn:ietf:params:xml:ns:caldav">${window}</C:free-busy-query>`;
    const answer = await this.ask('REPORT', href, body);
    same('the status of the free-busy query', answer.status, 200);
    return answer.text;
  }
}

const hrefsIn = (text: string): string[] =>
  [...text.matchAll(/<D:response><D:href>([^<]+)/g)].map(([, href]) => href ?? '');

/** As iCalendar writes an instant. */
export const utc = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');

/** An event of an hour. */
export const event = (uid: string, startMs: number, lines: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//Calendar program//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(Date.now())}`,
    `DTSTART:${utc(startMs)}`,
    `DTEND:${utc(startMs + 3_600_000)}`,
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
