import type { ComponentChildren } from 'preact';
import type { OperatedMeeting } from '../../../../queries/operations/meetings.ts';
import { Button } from '../../forms/button.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { OperatorPage } from '../frame.tsx';
import { IncomingList, OutgoingList } from '../mail/lists.tsx';
import { Badge, Entry, Listed, utc } from '../parts.tsx';
import { OPERATOR } from '../paths.ts';
import { MEETING_LOOKS } from './search.tsx';

interface MeetingPageProps {
  productName: string;
  form: string;
  nowMs: number;
  meeting: OperatedMeeting;
  /** Null: nobody told where Temporal's pages are. */
  temporalUrl: string | null;
  said: ComponentChildren;
}

/** One meeting: all that happened, and every message in and out. */
export function MeetingPage({ meeting, temporalUrl, ...frame }: MeetingPageProps) {
  const reader = useReader();
  const { t, chosen } = reader;
  const path = `${OPERATOR}/meetings/${meeting.id}`;
  const lasts = meeting.status !== 'cancelled' && meeting.status !== 'closed';
  return (
    <OperatorPage section="meetings" title={t('page.operator.meeting.title')} {...frame}>
      <section class="sheet stack">
        <div class="operated-head">
          <h2>{meeting.id}</h2>
          <Badge look={MEETING_LOOKS[meeting.status]}>
            {t(`page.operator.meeting.status.${meeting.status}`)}
          </Badge>
        </div>
        <Facts meeting={meeting} temporalUrl={temporalUrl} />
        <div class="actions">
          <Form action={`${path}/wake`} carried={{ form: frame.form }}>
            <Button look="quiet">{t('page.operator.meeting.wake')}</Button>
          </Form>
          {lasts && meeting.source === 'booking' && (
            <a class="button quiet" href={pathTo(`${path}/cancel`, { lang: chosen })}>
              {t('page.operator.meeting.cancel')}
            </a>
          )}
        </div>
        <p class="hint">{t('page.operator.meeting.wakeHint')}</p>
      </section>
      <Attendees attendees={meeting.attendees} />
      <Timeline timeline={meeting.timeline} />
      <OutgoingList messages={meeting.outgoing} form={frame.form} back={path} />
      <IncomingList messages={meeting.incoming} form={frame.form} back={path} />
    </OperatorPage>
  );
}

function Facts({ meeting, temporalUrl }: Pick<MeetingPageProps, 'meeting' | 'temporalUrl'>) {
  const reader = useReader();
  const { t } = reader;
  const metadata = Object.entries(meeting.metadata).map(([key, value]) => `${key}=${value}`);
  return (
    <dl class="terms">
      <Fact term={t('page.operator.meeting.when')}>
        {utc(meeting.startsAt, reader)} – {utc(meeting.endsAt, reader)}
      </Fact>
      {meeting.room !== null && <Fact term={t('page.operator.meeting.room')}>{meeting.room}</Fact>}
      <Fact term={t('page.operator.meeting.sequence')}>{meeting.sequence}</Fact>
      {metadata.length > 0 && <Fact term={t('page.operator.meeting.metadata')}>{metadata.join(', ')}</Fact>}
      <Fact term={t('page.operator.meeting.workflow')}>
        <Workflow workflow={meeting.workflow} />
        {temporalUrl !== null && (
          <span>
            <a href={temporalUrl} rel="noreferrer">
              {t('page.operator.meeting.temporal')}
            </a>
          </span>
        )}
      </Fact>
    </dl>
  );
}

const Fact = ({ term, children }: { term: string; children: ComponentChildren }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

function Workflow({ workflow }: Pick<OperatedMeeting, 'workflow'>) {
  const { t } = useReader();
  if (!workflow) return <>{t('page.operator.meeting.unknown')}</>;
  const { status, pending, taskFails } = workflow;
  const what = pending.map(({ activity, attempt }) => `${activity} (${attempt})`).join(', ');
  return (
    <>
      {t(`page.operator.meeting.${taskFails ? 'fails' : status}`)}
      {what !== '' && <span class="small muted">{t('page.operator.meeting.waits', { what })}</span>}
    </>
  );
}

function Attendees({ attendees }: Pick<OperatedMeeting, 'attendees'>) {
  const reader = useReader();
  const { t } = reader;
  return (
    <Listed
      heading={t('page.operator.meeting.attendees')}
      rows={attendees}
      empty={t('page.operator.meeting.empty')}
      row={({ id, required, partstat, answeredAt }) => (
        <Entry
          title={id}
          badge={<Badge look="">{partstat}</Badge>}
          lines={[
            t(required ? 'page.operator.meeting.required' : 'page.operator.meeting.optional'),
            answeredAt && utc(answeredAt, reader),
          ]}
        />
      )}
    />
  );
}

function Timeline({ timeline }: Pick<OperatedMeeting, 'timeline'>) {
  const reader = useReader();
  const { t } = reader;
  return (
    <section class="sheet stack">
      <h2>{t('page.operator.meeting.timeline')}</h2>
      {timeline.length === 0 ? (
        <p class="muted">{t('page.operator.meeting.empty')}</p>
      ) : (
        <ol class="entries timeline">
          {timeline.map(({ at, what, by, about, door }) => (
            <li>
              <strong>{utc(at, reader)}</strong>
              <span>
                <code>{what}</code>{' '}
                <span class="small muted">
                  {[t('page.operator.meeting.by', { by }), about, door].filter(Boolean).join(' · ')}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
