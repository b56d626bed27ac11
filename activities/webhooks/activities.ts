import { giveUpWebhook, sendWebhook, type SendWebhookPorts } from './send-webhook.ts';
import type { WebhookRun } from './ports.ts';

export interface WebhookActivities {
  sendWebhook(run: WebhookRun): Promise<void>;
  giveUpWebhook(run: WebhookRun): Promise<void>;
}

export const createWebhookActivities = (ports: SendWebhookPorts): WebhookActivities => ({
  sendWebhook: (run) => sendWebhook(ports, run),
  giveUpWebhook: (run) => giveUpWebhook(ports, run),
});
