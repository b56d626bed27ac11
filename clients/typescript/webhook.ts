import { Webhook } from 'standardwebhooks';
import type { webhooks } from './schema.ts';

type Body<T extends keyof webhooks> = webhooks[T] extends {
  post: { requestBody: { content: { 'application/json': infer Event } } };
}
  ? Event
  : never;

/** What an endpoint is told; `type` says which it is. */
export type ParleyEvent = { [T in keyof webhooks]: Body<T> }[keyof webhooks];

/**
 * Reads an event after its signature and its age have been checked (Standard Webhooks).
 *
 * @param body the bytes as they came, not what a parser made of them
 * @param secret of the endpoint: `whsec_…`
 * @throws WebhookVerificationError
 */
export function readWebhook(
  body: string | Buffer,
  headers: Record<string, string | string[] | undefined>,
  secret: string,
): ParleyEvent {
  const single = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return new Webhook(secret).verify(body, Object.fromEntries(single)) as ParleyEvent;
}
