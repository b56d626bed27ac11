import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { systemClock } from '../../adapters/clock.ts';
import { resealWebhookSecrets } from '../../adapters/postgres/webhooks/rotate-secrets.ts';
import { createWebhookSecrets } from '../../adapters/secrets/webhook-secrets.ts';
import { InvalidInput } from '../../commands/invalid-input.ts';
import {
  changeEndpoint,
  createEndpoint,
  deleteEndpoint,
  rotateSecret,
} from '../../commands/webhooks/manage-endpoints.ts';
import { EndpointIsDisabled, TooManyEndpoints } from '../../commands/webhooks/refusals.ts';
import { redeliver, sendTestEvent } from '../../commands/webhooks/send-again.ts';
import { required, type Config } from '../../config/index.ts';
import { WEBHOOK_EVENT_TYPES, type WebhookEventType } from '../../domain/webhooks/event-types.ts';
import { isUuid } from '../../domain/uuid.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import {
  endpointsFor,
  webhookDeliveriesFor,
  type WebhookDelivery,
  type WebhookEndpoint,
} from '../../queries/webhooks.ts';
import { CliError } from '../errors.ts';
import { mailAddress } from '../mail-address.ts';
import { say } from '../output.ts';
import { moment, sayTable, type Columns } from '../table.ts';
import { tenantFor, withDatabase } from './with-tenants.ts';

const OPERATOR: Actor = { kind: 'operator' };
/** So many deliveries are shown. */
const SHOWN = 50;

export interface TenantOption {
  tenant?: string;
}

export interface EndpointOptions extends TenantOption {
  url?: string;
  events?: string[];
  description?: string;
  contact?: string;
  enable?: true;
  disable?: true;
}

export interface WebhookListOptions extends TenantOption {
  json?: boolean;
}

const ENDPOINT_COLUMNS: Columns<WebhookEndpoint> = {
  id: ({ id }) => id,
  status: ({ enabled, failingSince }) => (!enabled ? 'disabled' : failingSince ? 'failing' : 'enabled'),
  reason: ({ disabledReason }) => disabledReason,
  'failing since': ({ failingSince }) => moment(failingSince),
  url: ({ url }) => url,
  events: ({ eventTypes }) => eventTypes?.join(',') ?? 'all',
};

const DELIVERY_COLUMNS: Columns<WebhookDelivery> = {
  id: ({ id }) => id,
  status: ({ state }) => state,
  event: ({ type }) => type,
  since: ({ createdAt }) => moment(createdAt),
  tries: ({ attempts }) => attempts.length,
  http: ({ attempts }) => attempts.at(-1)?.httpStatus ?? null,
  problem: ({ attempts }) => attempts.at(-1)?.problem ?? null,
};

interface Deps {
  knex: Knex;
  config: Config;
  clock: typeof systemClock;
}

/** `parley webhooks list` */
export const listWebhooks = ({ json, ...options }: WebhookListOptions): Promise<void> =>
  withTenant(options, async ({ knex }, tenantId) => {
    const empty = 'There are no endpoints yet: "parley webhooks add --url URL" makes one.';
    sayTable(await endpointsFor({ knex }, OPERATOR, tenantId), { columns: ENDPOINT_COLUMNS, json, empty });
  });

/** `parley webhooks add` */
export const addWebhook = (options: EndpointOptions & { url: string }): Promise<void> =>
  withTenant(options, async (deps, tenantId) => {
    const { endpoint, secret } = await createEndpoint(deps, OPERATOR, {
      id: randomUUID(),
      tenantId,
      url: options.url,
      description: options.description ?? '',
      eventTypes: eventTypesOf(options.events) ?? null,
      contactEmail: contactOf(options) ?? null,
    });
    say(endpoint.id);
    say(secret);
    remark('The second line is its secret, which cannot be shown again.');
  });

/** `parley webhooks update` */
export const updateWebhook = (id: string, options: EndpointOptions): Promise<void> =>
  withEndpoint(id, options, async (deps, named) => {
    const { tenant: _, ...changes } = options;
    if (Object.keys(changes).length === 0)
      throw new CliError('nothing_to_change', 'Say what is to change; --help lists what there is.');
    if (options.enable && options.disable)
      throw new CliError('contradiction', 'It is either --enable or --disable.');
    await changeEndpoint(deps, OPERATOR, named, {
      url: options.url,
      description: options.description,
      eventTypes: eventTypesOf(options.events),
      contactEmail: contactOf(options),
      enabled: options.enable ? true : options.disable ? false : undefined,
    });
    say('Changed.');
  });

/** `parley webhooks remove` */
export const removeWebhook = (id: string, options: TenantOption): Promise<void> =>
  withEndpoint(id, options, async (deps, named) => {
    await deleteEndpoint(deps, OPERATOR, named);
    say('Removed.');
  });

/** `parley webhooks rotate-secret` */
export const rotateWebhookSecret = (id: string, options: TenantOption): Promise<void> =>
  withEndpoint(id, options, async (deps, named) => {
    const { secret } = await rotateSecret(deps, OPERATOR, named);
    say(secret);
    remark('It cannot be shown again. For 24 hours the one before signs, too.');
  });

/** `parley webhooks deliveries` */
export const listDeliveries = (
  id: string,
  { status, json, ...options }: WebhookListOptions & { status?: WebhookDelivery['state'] },
): Promise<void> =>
  withEndpoint(id, options, async ({ knex }, named) => {
    const filter = { limit: SHOWN, state: status };
    const deliveries = await webhookDeliveriesFor({ knex }, OPERATOR, named, filter);
    sayTable(deliveries, { columns: DELIVERY_COLUMNS, json, empty: 'There are no such deliveries.' });
  });

/** `parley webhooks redeliver` */
export const redeliverWebhook = (id: string, deliveryId: string, options: TenantOption): Promise<void> =>
  withEndpoint(id, options, async ({ knex }, named) => {
    if (!isUuid(deliveryId)) throw new NotPermitted('The delivery');
    await redeliver({ knex }, OPERATOR, { ...named, deliveryId });
    say('It is sent again, by the next worker that looks.');
  });

/** `parley webhooks test` */
export const testWebhook = (id: string, options: TenantOption): Promise<void> =>
  withEndpoint(id, options, async (deps, named) => {
    const { id: deliveryId } = await sendTestEvent(deps, OPERATOR, named, randomUUID());
    say(deliveryId);
  });

/** `parley webhooks rotate-keys` */
export const rotateWebhookKeys = (): Promise<void> =>
  withDatabase(async (database, config) => {
    const { previousSecretKeys } = config;
    const secrets = createWebhookSecrets({ secretKey: required(config, 'secretKey'), previousSecretKeys });
    const { resealed, unopenable } = await resealWebhookSecrets(database, secrets);
    say(`${resealed} endpoint(s) with secrets sealed with the current key.`);
    if (unopenable.length === 0) return;
    const which = unopenable.map(({ id, why }) => `${id} (${why})`).join(', ');
    throw new CliError('secrets_not_opened', `The secrets of these endpoints cannot be opened: ${which}.`);
  });

const contactOf = ({ contact }: EndpointOptions): string | undefined =>
  contact === undefined ? undefined : mailAddress(contact);

/** For people, beside what programs read. */
const remark = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

function eventTypesOf(names: string[] | undefined): WebhookEventType[] | null | undefined {
  if (names === undefined) return undefined;
  if (names.length === 1 && names[0] === 'all') return null;
  const known: readonly string[] = WEBHOOK_EVENT_TYPES;
  const wrong = names.find((name) => !known.includes(name));
  if (wrong === undefined) return names as WebhookEventType[];
  throw new CliError('no_event_type', `There is no event "${wrong}"; there are ${known.join(', ')}, or all.`);
}

const withTenant = (
  { tenant }: TenantOption,
  work: (deps: Deps, tenantId: string) => Promise<void>,
): Promise<void> =>
  withDatabase(async (knex, config) => {
    const { id } = await tenantFor(knex, tenant);
    await said(() => work({ knex, config, clock: systemClock }, id));
  });

const withEndpoint = (
  id: string,
  options: TenantOption,
  work: (deps: Deps, named: { tenantId: string; id: string }) => Promise<void>,
): Promise<void> =>
  withTenant(options, (deps, tenantId) => {
    if (!isUuid(id)) throw new NotPermitted('The endpoint');
    return work(deps, { tenantId, id });
  });

/** What commands refuse, as a sentence. */
async function said(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof InvalidInput)
      throw new CliError(
        'unusable_input',
        `${error.field}: ${error.problem}. WEBHOOK_ALLOWED_HOSTS, where this command runs, names the hosts that may be otherwise.`,
      );
    if (error instanceof TooManyEndpoints)
      throw new CliError('too_many_endpoints', 'The tenant has as many endpoints as it may have.');
    if (error instanceof EndpointIsDisabled)
      throw new CliError(
        'endpoint_disabled',
        'The endpoint is disabled: "parley webhooks update ID --enable".',
      );
    if (error instanceof NotPermitted) throw new CliError('not_found', `${error.message}.`);
    throw error;
  }
}
