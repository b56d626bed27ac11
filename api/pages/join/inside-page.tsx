import type { JoinMeeting } from '../../../queries/booked-door.ts';
import { LeaveForm } from '../components/leave-form.tsx';
import { Video } from '../components/video.tsx';
import { Form } from '../forms/form.tsx';
import { Layout } from '../layout.tsx';
import { useReader } from '../reader.ts';
import { RoomScript } from '../rooms/script.tsx';
import { formatLine } from '../time/format.ts';

export const doorPath = (meetingId: string): string => `/join/${meetingId}`;
export const insidePath = (meetingId: string): string => `${doorPath(meetingId)}/in`;

interface InsidePageProps {
  meeting: JoinMeeting;
  participantId: string;
  videoUrl: string;
  framed: boolean;
  zone: string;
}

/** A booked meeting's room, for somebody who has joined. */
export function InsidePage({ meeting, participantId, videoUrl, framed, zone }: InsidePageProps) {
  const reader = useReader();
  const carried = { participant: participantId };
  return (
    <Layout title={meeting.title} productName={meeting.tenantProductName} wide head={<RoomScript />}>
      <div class={framed ? 'inside' : 'inside linked'}>
        <Video url={videoUrl} framed={framed} />
        <div class="sheet stack-l">
          <div class="heading">
            <h1>{meeting.title}</h1>
            <p class="muted">{formatLine(meeting, zone, reader)}</p>
          </div>
          <LeaveForm
            action={`${doorPath(meeting.id)}/leave`}
            beat={`${doorPath(meeting.id)}/beat`}
            videoUrl={videoUrl}
            framed={framed}
            carried={carried}
          />
          <Form action={doorPath(meeting.id)} carried={carried} data-again="" hidden />
        </div>
      </div>
    </Layout>
  );
}
