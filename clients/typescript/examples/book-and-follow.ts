/** Books a meeting, follows it until everybody has answered, and cancels it. API_URL and API_KEY say where. */
import { createParley } from '../index.ts';
import { named, wait } from './settings.ts';

const parley = createParley({ url: named('API_URL'), apiKey: named('API_KEY') });
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

const { data: meeting } = await parley.POST('/api/meetings', {
  body: {
    title: 'Final interview',
    startsAt: `${tomorrow}T14:00:00Z`,
    endsAt: `${tomorrow}T15:00:00Z`,
    metadata: { candidate: '4711' },
    attendees: [
      { role: 'host', email: named('HOST_EMAIL'), name: 'Hanna', timezone: 'Europe/Berlin' },
      { email: named('GUEST_EMAIL'), name: 'Gus', timezone: 'America/New_York' },
    ],
  },
});
const params = { path: { meetingId: meeting!.id } };
console.log(`booked ${meeting!.id}`);

for (let answered = 0; answered < 2; await wait(500)) {
  const { data } = await parley.GET('/api/meetings/{meetingId}', { params });
  const answers = data!.attendees.filter(({ partstat }) => partstat !== 'NEEDS-ACTION');
  for (const { id, partstat } of answers.slice(answered)) console.log(`${id}: ${partstat}`);
  answered = answers.length;
}

const { data: over } = await parley.POST('/api/meetings/{meetingId}/cancel', {
  params,
  body: { reason: 'The position is filled.' },
});
console.log(`${over!.status}: ${over!.cancelReason}`);
