import { WEBHOOK_DATA } from '../../../api/openapi/webhook-events.ts';
import type { WebhookEventType } from '../../../domain/webhooks/event-types.ts';
import type { Answer, Caller } from '../../api/support/caller.ts';
import type { WholeApi } from '../../api/support/served-api.ts';
import { linkIn, see } from '../../support/seen-mail.ts';
import { waitForMail } from '../../support/smtp-catcher.ts';
import { insertHost, newGuest } from './event-types.ts';

/** What a backend, a host and a guest see of bookings. */
export type WatchedBookings = ReturnType<typeof watchedBookings>;

export function watchedBookings(api: WholeApi, us: Caller) {
  /** What the endpoint is told of a meeting, in order, each as /openapi.json describes it. */
  const told = async (meetingId: string): Promise<{ type: string; data: Record<string, unknown> }[]> => {
    const rows = await api
      .knex('webhook_events')
      .whereRaw("data -> 'meeting' ->> 'id' = ?", [meetingId])
      .orderBy('id')
      .select('type', 'data');
    for (const { type, data } of rows) WEBHOOK_DATA[type as WebhookEventType].parse(data);
    return rows as unknown as { type: string; data: Record<string, unknown> }[];
  };
  const mailTo = async (to: string, subject: RegExp) =>
    see((await waitForMail(api.world.catcher, { to, where: (mail) => subject.test(mail.subject) })).at(-1)!);
  return {
    told,
    mailTo,
    /** The token of a link in such a mail. */
    tokenIn: async (to: string, subject: RegExp, page: Parameters<typeof linkIn>[1]): Promise<string> => {
      const { searchParams } = linkIn((await mailTo(to, subject)).text, page);
      return (searchParams.get('t') ?? searchParams.get('r'))!;
    },
    types: async (meetingId: string) => (await told(meetingId)).map(({ type }) => type).sort(),
    host: () => insertHost(api.knex, api.tenant.id),
    book: (type: string, startsAt: string, more: object = {}): Promise<Answer> =>
      us.post(`/api/event-types/${type}/book`, { startsAt, guest: newGuest(), ...more }),
    bookingOf: async (id: string) => (await us.get(`/api/bookings/${id}`)).json,
    isOffered: async (type: string, startsAt: string): Promise<boolean> => {
      const range = `from=${startsAt}&to=${new Date(Date.parse(startsAt) + 60_000).toISOString()}`;
      const { json } = await us.get(`/api/event-types/${type}/available-slots?${range}`);
      return (json as unknown as { slots: unknown[] }).slots.length === 1;
    },
  };
}
