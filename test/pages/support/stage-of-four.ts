import { expect } from 'vitest';
import type { AttendeeId } from '../../../domain/meeting/attendee-id.ts';
import type { WholeApi } from '../../api/support/served-api.ts';
import { expectPrivate, fourInvited, newestMail } from '../../support/meeting-of-four.ts';
import { HOUR, type MeetingOptions, type MeetingScript } from '../../support/meeting-script.ts';
import { linkIn } from '../../support/seen-mail.ts';
import { PUBLIC_URL } from '../../support/world.ts';

/** Which mail brings a link to which page, by a word of its subject. */
const MAILS = {
  answer: 'Invitation',
  reschedule: 'Invitation',
  confirm: 'Was this you',
  approve: 'Approve new time',
  decline: 'Approve new time',
};

export interface Seen {
  status: number;
  html: string;
}

/** One meeting of four, and what each of them sees behind the links in their mails. */
export class StageOfFour {
  readonly api: WholeApi;
  readonly script: MeetingScript;

  private constructor(api: WholeApi, script: MeetingScript) {
    this.api = api;
    this.script = script;
  }

  static async invited(api: WholeApi, options: MeetingOptions = {}): Promise<StageOfFour> {
    return new StageOfFour(api, await fourInvited(api.world, options));
  }

  /** The path behind the link to a page in the newest mail that brings one. */
  async link(id: AttendeeId, page: keyof typeof MAILS): Promise<string> {
    const { text } = await newestMail(this.script, id, (subject) => subject.includes(MAILS[page]));
    return linkIn(text, page).href.replace(PUBLIC_URL, '');
  }

  /** Opens a page as somebody; fails when any byte of it holds the address of another. */
  see = (id: AttendeeId, path: string): Promise<Seen> => this.#shown(id, fetch(this.api.url + path));

  /** Presses the button behind a link, and follows to the page that it leads to. */
  press(id: AttendeeId, path: string, fields: Record<string, string> = {}): Promise<Seen> {
    const { pathname, searchParams } = new URL(path, this.api.url);
    const body = new URLSearchParams({ ...Object.fromEntries(searchParams), ...fields });
    return this.#shown(id, fetch(this.api.url + pathname, { method: 'POST', body }));
  }

  /** Somebody asks for a time so many hours later, by the form behind the link of their invitation. @returns the link */
  async propose(id: AttendeeId, hours = 24): Promise<string> {
    const link = await this.link(id, 'reschedule');
    const start = new Date(this.script.meeting.startMs + hours * HOUR).toISOString();
    const [date, time] = [start.slice(0, 10), start.slice(11, 16)];
    const sent = await this.press(id, link, { zone: 'UTC', date, time, minutes: '60', action: 'propose' });
    expect(sent).toMatchObject({
      status: 200,
      html: expect.stringContaining('Your request is on its way') as string,
    });
    return link;
  }

  async #shown(id: AttendeeId, answer: Promise<Response>): Promise<Seen> {
    const response = await answer;
    const html = await response.text();
    expectPrivate(this.script, id, html);
    return { status: response.status, html };
  }
}
