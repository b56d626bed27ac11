import type { JoinMeeting } from '../../../adapters/postgres/join-meeting.ts';
import { LanguageField } from '../components/language-chooser.tsx';
import { LeaveForm } from '../components/leave-form.tsx';
import { Video } from '../components/video.tsx';
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
  const participant = <ParticipantFields participantId={participantId} />;
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
          >
            {participant}
          </LeaveForm>
          <form method="post" action={doorPath(meeting.id)} data-again="" hidden>
            {participant}
          </form>
        </div>
      </div>
    </Layout>
  );
}

/** What the forms of these pages carry. */
const ParticipantFields = ({ participantId }: { participantId: string }) => (
  <>
    <LanguageField />
    <input type="hidden" name="participant" value={participantId} />
  </>
);
