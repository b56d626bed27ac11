import type { z } from 'zod';
import { hosts } from './variable-kinds.ts';

/** The variables about webhooks, whose addresses backends give. */
export const webhookVariables = { WEBHOOK_ALLOWED_HOSTS: hosts().optional() };

type Environment = z.output<z.ZodObject<typeof webhookVariables>>;

export interface WebhookSettings {
  /** Names, addresses and networks that may be reached although they are private, over http, too. */
  allowedHosts: readonly string[];
}

export const arrangeWebhooks = (env: Environment): WebhookSettings => ({
  allowedHosts: env.WEBHOOK_ALLOWED_HOSTS ?? [],
});
