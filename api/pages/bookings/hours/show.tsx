import type { Context } from 'koa';
import type { StoredSchedule } from '../../../../queries/availability.ts';
import type { EventType } from '../../../../queries/event-types.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { queryText } from '../../form-body.ts';
import { useReader } from '../../reader.ts';
import { AskFirst } from '../ask-first.tsx';
import type { HostFrame } from '../frame.tsx';
import { AVAILABILITY } from '../paths.ts';
import { sendHostPage } from '../show.ts';
import { NoHoursPage } from './no-hours.tsx';
import { HoursPage, type TypedHours } from './page.tsx';
import { hoursOf } from './read.ts';

/** The hours as they stand, or as they are typed; 422 because of what is wrong. @throws NotPermitted */
export async function showHours(
  ctx: Context,
  deps: ApiDeps,
  actor: Member,
  of: string,
  typed?: TypedHours,
): Promise<void> {
  const shown = await hoursOf(deps, actor, of);
  if (!shown) return sendHostPage(ctx, deps, actor, (frame) => <NoHoursPage {...frame} />);
  const isWrong = typed?.wrong !== undefined || (typed?.again.errors.length ?? 0) > 0;
  await sendHostPage(
    ctx,
    deps,
    actor,
    (frame) => <HoursPage {...frame} shown={shown} of={of} done={queryText(ctx, 'done')} typed={typed} />,
    { status: isWrong ? 422 : 200, query: { of } },
  );
}

export const deletionPage = (frame: HostFrame, schedule: StoredSchedule) => (
  <Deletion {...frame} schedule={schedule} />
);

export const inheritPage = (frame: HostFrame, eventType: EventType) => (
  <Inheriting {...frame} eventType={eventType} />
);

function Inheriting({ eventType: { id, title }, ...frame }: HostFrame & { eventType: EventType }) {
  const { t } = useReader();
  return (
    <AskFirst
      {...frame}
      title={t('page.host.hours.inheritTitle', { name: title })}
      yes={t('page.host.hours.inherit')}
      lead={t('page.host.hours.inheritLead')}
      action={`${AVAILABILITY}/of/${id}/inherit`}
      back={AVAILABILITY}
      backOf={id}
    />
  );
}

function Deletion({ schedule: { id, name }, ...frame }: HostFrame & { schedule: StoredSchedule }) {
  const { t } = useReader();
  return (
    <AskFirst
      {...frame}
      title={t('page.host.deleteTitle', { name })}
      lead={t('page.host.hours.deleteLead')}
      action={`${AVAILABILITY}/schedules/${id}/delete`}
      back={AVAILABILITY}
    />
  );
}
