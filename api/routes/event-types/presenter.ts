import type { z } from 'zod';
import type { BookingWindow } from '../../../domain/booking/event-type.ts';
import type { BookingLink, EventType } from '../../../queries/event-types.ts';
import { dayText, iso, isoOrNull } from '../fields.ts';
import type { eventType as eventTypeSchema, limitOut, link as linkSchema, questionOut } from './schema.ts';

export const presentEventType = ({
  tenantId: _,
  window,
  limits,
  questions,
  reminders,
  createdAt,
  ...rest
}: EventType): z.input<typeof eventTypeSchema> => ({
  ...rest,
  lengthsMinutes: [...rest.lengthsMinutes],
  window: presentWindow(window),
  limits: limits.map((limit): z.input<typeof limitOut> => ({ ...limit })),
  questions: presentQuestions(questions),
  reminders: {
    ...(reminders.mailMinutesBefore && { mailMinutesBefore: [...reminders.mailMinutesBefore] }),
    ...(reminders.alarmMinutesBefore && { alarmMinutesBefore: [...reminders.alarmMinutesBefore] }),
  },
  hosts: [...rest.hosts],
  resourceIds: [...rest.resourceIds],
  embedOrigins: [...rest.embedOrigins],
  createdAt: iso(createdAt),
});

function presentWindow(window: BookingWindow): z.input<typeof eventTypeSchema>['window'] {
  if (window.kind === 'days') return { days: window.days };
  const { firstDay, lastDay } = window;
  return {
    firstDay: firstDay === null ? null : dayText(firstDay),
    lastDay: lastDay === null ? null : dayText(lastDay),
  };
}

export const presentQuestions = (questions: EventType['questions']): z.input<typeof questionOut>[] =>
  questions.map(({ options, ...question }) => ({ ...question, ...(options && { options: [...options] }) }));

export const presentLink = ({
  expiresAt,
  revokedAt,
  createdAt,
  ...rest
}: BookingLink): z.input<typeof linkSchema> => ({
  ...rest,
  expiresAt: isoOrNull(expiresAt),
  revokedAt: isoOrNull(revokedAt),
  createdAt: iso(createdAt),
});
