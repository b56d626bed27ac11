import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { WEBHOOK_DATA } from '../../api/openapi/webhook-events.ts';
import { WEBHOOK_EVENT_TYPES, type WebhookEventType } from '../../domain/webhooks/event-types.ts';

const guide = readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8');

it('the guide’s example is an event as it is sent', () => {
  const [, json = ''] = /```json\n([^]*?)```/.exec(guide) ?? [];
  const { type, data } = JSON.parse(json) as { type: WebhookEventType; data: unknown };
  expect(WEBHOOK_DATA[type].safeParse(data).error?.issues ?? []).toEqual([]);
});

it('the guide lists every event, and no other', () => {
  const listed = [...guide.matchAll(/^\| `([a-z]+\.[a-z]+)`/gm)].map(([, type]) => type);
  expect(listed.sort()).toEqual([...WEBHOOK_EVENT_TYPES].sort());
});
