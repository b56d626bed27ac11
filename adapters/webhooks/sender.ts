import { Webhook } from 'standardwebhooks';
import { request } from 'undici';
import type { WebhookAnswer, WebhookRequest, WebhookSender } from '../../activities/webhooks/ports.ts';
import { version } from '../../config/index.ts';
import { createAddressGuard } from '../http/address-guard.ts';
import { headerOf, isRedirect, pauseAskedFor } from '../http/answer.ts';
import { createGuardedAgent, type ResolveName } from '../http/guarded-agent.ts';
import { networkProblem } from '../http/network-problem.ts';
import { readEndpointUrl } from './endpoint-url.ts';

const CONNECT_MS = 10_000;
/** Of the whole request; Standard Webhooks suggests 15 to 30 seconds. */
const TOTAL_MS = 15_000;
/** What an endpoint answers is not kept; so much is taken, so that it sees its answer arrive. */
const MOST_BYTES = 64 * 1024;

export interface WebhookSenderOptions {
  /** WEBHOOK_ALLOWED_HOSTS */
  allowedHosts: readonly string[];
  totalMs?: number;
  /** How names are resolved, instead of by the system. */
  resolve?: ResolveName;
  /** Who vouches for servers (PEM), instead of those that everybody trusts. */
  ca?: string;
}

/** Posts signed events to public addresses and those that the operator allows. Follows no redirect, and keeps no answer. */
export function createWebhookSender({
  allowedHosts,
  totalMs = TOTAL_MS,
  resolve,
  ca,
}: WebhookSenderOptions): WebhookSender & { close(): Promise<void> } {
  const guard = createAddressGuard(allowedHosts);
  const agent = createGuardedAgent({ guard, connectMs: CONNECT_MS, silenceMs: totalMs, resolve, ca });
  return {
    async send(event) {
      const url = readEndpointUrl(event.url, allowedHosts);
      if (url === 'address-refused') return unanswered(url);
      // The setting may have changed since the endpoint was made.
      if (typeof url === 'string') return unanswered('url-refused');
      const signal = AbortSignal.timeout(totalMs);
      try {
        const { statusCode, headers, body } = await request(url, {
          method: 'POST',
          dispatcher: agent,
          signal,
          headers: {
            ...headersOf(event),
            'content-type': 'application/json',
            'user-agent': `Parley/${version}`,
          },
          body: event.body,
        });
        await body.dump({ limit: MOST_BYTES, signal }).catch(() => undefined);
        return answerOf(statusCode, headerOf(headers, 'retry-after'));
      } catch (error) {
        if (signal.aborted) return unanswered('timeout');
        const problem = networkProblem(error);
        if (problem === null) throw error;
        return unanswered(problem);
      }
    },
    close: () => agent.destroy(),
  };
}

/** Of Standard Webhooks: the moment is that of the attempt, so that nobody can repeat an old one. */
function headersOf({ id, body, secrets }: WebhookRequest): Record<string, string> {
  const now = new Date();
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
  };
}

const unanswered = (problem: WebhookAnswer['problem']): WebhookAnswer => ({
  httpStatus: null,
  problem,
  retryAfterMs: null,
});

function answerOf(httpStatus: number, retryAfter: string | undefined): WebhookAnswer {
  if (httpStatus >= 200 && httpStatus < 300) return { httpStatus, problem: null, retryAfterMs: null };
  const problem = isRedirect(httpStatus) ? 'redirected' : 'http-error';
  return { httpStatus, problem, retryAfterMs: pauseAskedFor(httpStatus, retryAfter, Date.now()) };
}
