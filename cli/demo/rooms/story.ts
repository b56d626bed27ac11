import { same } from '../difference.ts';
import type { Stage } from '../stage.ts';
import { FEED_SECRET, feedOf, type CalendarServer } from './calendar-server.ts';
import { hear, signIn, Visitor } from './visitors.ts';

/** A room's times, short enough to be watched. */
export const SHORT_TIMES = {
  ROOM_READY_BEFORE_SECONDS: '8',
  ROOM_GRACE_SECONDS: '2',
  ROOM_FORCE_CLOSE_SECONDS: '30',
};

const OWNER = 'olga@owner.example';
const ROOM = 'library';
const STARTS_IN_MS = 20_000;
const EVENT = {
  uid: 'planning-1@calendar.example',
  title: 'Weekly planning',
  description: 'The agenda is confidential.',
  attendees: [
    { email: 'ada@invited.example', name: 'Ada', partstat: 'ACCEPTED' },
    { email: 'gus@invited.example', name: 'Gus', partstat: 'NEEDS-ACTION' },
  ],
};
/** Of all this, participants may see nothing. */
const SECRETS = ['invited.example', 'confidential', FEED_SECRET, OWNER];

interface Meeting {
  id: string;
  title: string;
  state: string;
  participants: number;
  participantNames: string[];
  attendees?: unknown;
}
interface Meetings {
  active: Meeting[];
  upcoming: Meeting[];
}

/**
 * From a calendar to a meeting that closes by itself. Each step says what happened once it was checked.
 *
 * @throws Difference at the first thing that is not as it should be
 */
export async function playRoomStory(
  stage: Stage,
  calendar: CalendarServer,
  tell: (sentence: string) => void,
): Promise<void> {
  const backend = new Visitor(stage, { authorization: `Bearer ${stage.apiKey}` });
  const guest = new Visitor(stage);
  const meetings = `/v1/rooms/${ROOM}/meetings`;

  const { json: room } = await backend.post('/v1/rooms', { name: ROOM, ownerEmail: OWNER }, 201);
  same('the room’s address', room.url, `${stage.url}/room/${ROOM}`);
  tell(`The backend made a room: ${String(room.url)}`);

  const owner = await signIn(stage, OWNER, ROOM);
  tell('Its owner signed in by a link that came by mail.');

  const startMs = Math.ceil((Date.now() + STARTS_IN_MS) / 1000) * 1000;
  const event = { ...EVENT, location: String(room.url), startMs, endMs: startMs + 3_600_000 };
  calendar.publish(feedOf(event));
  const set = await owner.send('PATCH', `/v1/rooms/${ROOM}`, 200, {
    icsUrl: calendar.url,
    icsFetchInterval: 1,
  });
  same('the secret in the answer', set.text.includes(FEED_SECRET), false);
  tell('The owner gave the room the address of a calendar, and gets it back masked.');

  const found = (await guest.until(
    'the event',
    meetings,
    (json) => shown(json).length === 1,
  )) as unknown as Meetings;
  const meeting = shown(found)[0]!;
  same('the title', meeting.title, EVENT.title);
  tell('The calendar’s event appeared in the room.');

  const mine = (await owner.get(meetings)).json as unknown as Meetings;
  same('what the owner sees of the invited', shown(mine)[0]?.attendees, EVENT.attendees);
  await saysNothing(guest, [
    meetings,
    `/v1/rooms/${ROOM}`,
    `/room/${ROOM}`,
    `/room/${ROOM}/waiting/${meeting.id}`,
  ]);
  tell('The owner sees who is invited; whoever else comes sees a title and a time.');

  if (meeting.state === 'scheduled') {
    const { json: early } = await guest.post(`${meetings}/${meeting.id}/join`, {});
    same('where one waits', early.waitingUrl, `${stage.url}/room/${ROOM}/waiting/${meeting.id}`);
    same('until when', early.startsAt, new Date(startMs).toISOString());
  }
  await hear(stage, `/room/${ROOM}/events?meeting=${meeting.id}`, (standing) =>
    (standing.meetings as { id: string; ready: boolean }[]).some(
      ({ id, ready }) => id === meeting.id && ready,
    ),
  );
  same('whether the event has begun', Date.now() < startMs, true);
  tell('Who came early waited, and was told when the room opened, shortly before the start.');

  const inside: string[] = [];
  for (const displayName of ['Ada', 'Gus']) {
    const { json } = await guest.post(`${meetings}/${meeting.id}/join`, { displayName });
    same('the name in the video room', String(json.joinUrl).includes(displayName), true);
    inside.push(String(json.participantId));
  }
  const going = await guest.until('two people in a live meeting', meetings, (json) => {
    const [first] = (json as unknown as Meetings).active;
    return first?.state === 'live' && first.participants === 2;
  });
  const namesFor = (json: unknown) => (json as Meetings).active[0]?.participantNames;
  same('who is inside, to somebody outside', namesFor(going), undefined);
  same('who is inside, to the owner', namesFor((await owner.get(meetings)).json), ['Ada', 'Gus']);
  tell('Two people went in, and the meeting began; from outside they are a number, and to the owner names.');

  for (const participantId of inside) await guest.post(`${meetings}/${meeting.id}/leave`, { participantId });
  await guest.until('an empty room', meetings, (json) => shown(json).length === 0);
  const over = await guest.post(`${meetings}/${meeting.id}/join`, {}, 409);
  same('why nobody gets in', over.json.code, 'meeting-over');
  tell('Both left, and after the time of grace the meeting closed by itself.');

  const { json: synced } = await owner.post(`/v1/rooms/${ROOM}/ics/sync`, {});
  same('the calendar’s events', [synced.result, synced.matches], ['unchanged', 1]);
  same('the calendar’s last answer', calendar.answers.at(-1), 304);
  tell('The calendar was asked again, answered that nothing is new, and nothing happened.');
}

const shown = (json: unknown): Meeting[] => {
  const { active, upcoming } = json as Meetings;
  return [...active, ...upcoming];
};

async function saysNothing(who: Visitor, paths: string[]): Promise<void> {
  for (const path of paths) {
    const { text } = await who.get(path);
    same(
      `secrets in ${path}`,
      SECRETS.filter((secret) => text.includes(secret)),
      [],
    );
  }
}
