import { same } from '../difference.ts';
import { lettersOf, linkIn } from '../mailboxes.ts';
import { ask, call, open } from '../people.ts';
import { Visitor } from '../rooms/visitors.ts';
import type { Stage } from '../stage.ts';
import type { Receiver } from './receiver.ts';

const DAY_MS = 86_400_000;
const HOST = { email: 'mia@host.example', name: 'Mia' };
const ADA = { email: 'ada@guest.example', name: 'Ada', timezone: 'America/New_York' };
const BEN = { email: 'ben@other.example', name: 'Ben', timezone: 'Asia/Tokyo' };
const ADDRESSES = [HOST.email, ADA.email, BEN.email];

interface Slot {
  startsAt: string;
}

/**
 * Two guests want the same time of a host, through the real doors. Each step says what happened once it was checked.
 *
 * @throws Difference at the first thing that is not as it should be
 */
export async function playBookingStory(
  stage: Stage,
  receiver: Receiver,
  tell: (sentence: string) => void,
): Promise<void> {
  const key = new Visitor(stage, { authorization: `Bearer ${stage.apiKey}` });
  const guest = new Visitor(stage);
  const letters = (address: string, count: number) =>
    lettersOf(
      stage.url,
      {
        address,
        others: ADDRESSES.filter((other) => other !== address),
        organizer: stage.config.firstTenant.organizerEmail,
      },
      count,
    );

  const endpoint = await call(stage, '/api/webhooks', { url: receiver.url }, 201);
  const mia = await call(
    stage,
    '/api/principals',
    { kind: 'individual', name: HOST.name, addresses: [HOST.email], timezone: 'Europe/Vienna' },
    201,
  );
  const profile = `/api/principals/${String(mia.id)}`;
  await key.send('PUT', `${profile}/booking-profile`, 200, { slug: 'mia', timezone: 'Europe/Vienna' });
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const { json: made } = await key.get(`${profile}/booking-profile`);
  const afternoons = [{ from: '13:00', until: '18:00' }];
  await key.send('PATCH', `${profile}/schedules/${String(made.defaultScheduleId)}`, 200, {
    weekly: Object.fromEntries(weekdays.map((day) => [day, afternoons])),
  });
  const type = await call(
    stage,
    '/api/event-types',
    {
      ownerId: mia.id,
      slug: 'lesson',
      title: 'Lesson',
      lengthsMinutes: [60],
      bufferAfterMinutes: 15,
      stepMinutes: 15,
    },
    201,
  );
  tell('Mia can be booked in the afternoons, 13:00 to 18:00 in Vienna, for lessons of an hour.');

  const from = new Date(Math.ceil(Date.now() / DAY_MS) * DAY_MS + DAY_MS);
  const range = `from=${from.toISOString()}&to=${new Date(from.getTime() + DAY_MS).toISOString()}`;
  const slots = `/api/event-types/${String(type.id)}/available-slots?timezone=Europe/Vienna&${range}`;
  const offered = async () => ((await guest.get(slots)).json.slots as Slot[]).map(({ startsAt }) => startsAt);
  const [first = ''] = await offered();
  same('the first time that is offered', first.slice(11, 16), '13:00');
  same('what her page says', (await open(`${stage.url}/book/mia/lesson`)).includes('Lesson'), true);

  const book = (who: typeof ADA, startsAt: string, status: number) =>
    guest.post(`/api/event-types/${String(type.id)}/book`, { startsAt, guest: who }, status);
  const answers = await Promise.all(
    [ADA, BEN].map((who) =>
      book(who, first, 201).then(
        ({ json }) => json,
        () => null,
      ),
    ),
  );
  const winner = answers[0] ? ADA : BEN;
  const loser = winner === ADA ? BEN : ADA;
  const won = (answers[0] ?? answers[1])!;
  same('how many got the time', answers.filter((one) => one !== null).length, 1);
  tell(
    `Ada and Ben wanted ${first.slice(11, 16)} at the same moment. ${winner.name} has it; one of them alone.`,
  );

  const { json: refused } = await book(loser, first, 409);
  const nearest = (refused.nearest as Slot[])[0]!.startsAt;
  const { json: second } = await book(loser, nearest, 201);
  const minutes = (Date.parse(nearest) - Date.parse(first)) / 60_000;
  same('how long after it the nearest time is', minutes, 75);
  await letters(winner.email, 1);
  await letters(loser.email, 1);
  await letters(HOST.email, 2);
  tell(
    `${loser.name} was told the nearest free time, a quarter of an hour after the first lesson, and took it.`,
  );

  const token =
    new URL(linkIn((await letters(winner.email, 1))[0]!, 'reschedule')).searchParams.get('r') ?? '';
  const page = await open(`${stage.url}/reschedule?r=${token}`);
  const free = [...page.matchAll(/name="slot" value="([^"]+)"/g)].map(([, at]) => at!);
  const moved = free.at(-1)!;
  const form = new URLSearchParams({ r: token, action: 'move', key: 'demo', slot: moved });
  await fetch(`${stage.url}/reschedule`, { method: 'POST', body: form });
  const booking = `/api/bookings/${String(won.id)}`;
  same('the new time', (await ask(stage, booking)).startsAt, new Date(moved).toISOString());
  same('what they got', (await letters(winner.email, 2)).at(-1)?.calendar?.sequence, 1);
  same('whether the old time is offered again', (await offered()).includes(first), true);
  tell(`${winner.name} took another slot by the link in the mail. The old time can be booked again.`);

  await call(stage, `/api/bookings/${String(second.id)}/cancel`, { reason: 'Mia is ill.' }, 200);
  same('what they got', (await letters(loser.email, 2)).at(-1)?.calendar?.method, 'CANCEL');
  tell(`Mia cancelled the lesson with ${loser.name}, who got a CANCEL.`);

  const secret = String(endpoint.secret);
  same('the events of the first', await receiver.types(secret, String(won.id), 3), [
    'meeting.booked',
    'meeting.moved',
    'slot.freed',
  ]);
  same('the events of the second', await receiver.types(secret, String(second.id), 3), [
    'meeting.booked',
    'meeting.cancelled',
    'slot.freed',
  ]);
  tell('The backend heard of all of it by webhooks, each signed. Nobody learnt anybody’s address.');
}
