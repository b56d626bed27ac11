import {
  deleteEndpoint as removeEndpoint,
  endpointById,
  insertEndpoint,
  replaceSecret,
  updateEndpoint,
  type EndpointChanges,
  type EndpointSettings,
  type WebhookEndpoint,
} from '../../adapters/postgres/webhooks/endpoints.ts';
import { createWebhookSecrets, newWebhookSecret } from '../../adapters/secrets/webhook-secrets.ts';
import { required, type Config } from '../../config/index.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { NamedEndpoint } from '../../queries/webhooks.ts';
import type { CommandDeps } from '../deps.ts';
import { endpointUrl } from './endpoint-input.ts';
import { TooManyEndpoints } from './refusals.ts';

export const MOST_ENDPOINTS = 20;
/** For so long the secret before a rotation signs, too. */
export const BOTH_SECRETS_MS = 24 * 3_600_000;

type Deps = Pick<CommandDeps, 'knex' | 'config'>;

/** An endpoint, and its secret as it can be seen this once. */
export interface EndpointWithSecret {
  endpoint: WebhookEndpoint;
  /** `whsec_…` */
  secret: string;
}

const secretsOf = (config: Config) =>
  createWebhookSecrets({
    secretKey: required(config, 'secretKey'),
    previousSecretKeys: config.previousSecretKeys,
  });

/**
 * Makes an endpoint, which is sent events from now on.
 *
 * @throws NotPermitted, InvalidInput
 * @throws TooManyEndpoints
 */
export async function createEndpoint(
  { knex, config }: Deps,
  actor: Actor,
  { url, ...endpoint }: EndpointSettings & NamedEndpoint,
): Promise<EndpointWithSecret> {
  permit(actor, 'webhooks.change', endpoint, 'The tenant');
  const secret = newWebhookSecret();
  const eventTypes = endpoint.eventTypes && distinct(endpoint.eventTypes);
  const settings = { ...endpoint, eventTypes, url: endpointUrl(url, config) };
  const before = await endpointById(knex, endpoint);
  // The same request again, whose answer was lost: nobody knows the secret that it had.
  if (before) return newSecretFor({ knex, config }, before, new Date(0));
  if (!(await insertEndpoint(knex, settings, secretsOf(config).seal(secret), MOST_ENDPOINTS)))
    throw new TooManyEndpoints();
  return { endpoint: await permitted(knex, actor, endpoint), secret };
}

/** Changes an endpoint; what is left out stays. @throws NotPermitted, InvalidInput */
export async function changeEndpoint(
  { knex, config }: Deps,
  actor: Actor,
  named: NamedEndpoint,
  { url, ...changes }: EndpointChanges,
): Promise<WebhookEndpoint> {
  await permitted(knex, actor, named);
  const wanted = {
    ...changes,
    ...(changes.eventTypes && { eventTypes: distinct(changes.eventTypes) }),
    ...(url !== undefined && { url: endpointUrl(url, config) }),
  };
  await updateEndpoint(knex, named, wanted);
  return permitted(knex, actor, named);
}

/** Sends events to an endpoint again, whoever or whatever disabled it: for operators. @throws NotPermitted */
export async function enableEndpoint(
  { knex }: Pick<Deps, 'knex'>,
  actor: Actor,
  named: NamedEndpoint,
): Promise<void> {
  permit(actor, 'operations.mend', await endpointById(knex, named), 'The endpoint');
  await updateEndpoint(knex, named, { enabled: true });
}

/** Deletes an endpoint, with what is known of its deliveries; those under way end. @throws NotPermitted */
export async function deleteEndpoint(
  { knex }: Pick<Deps, 'knex'>,
  actor: Actor,
  named: NamedEndpoint,
): Promise<void> {
  await permitted(knex, actor, named);
  await removeEndpoint(knex, named);
}

/**
 * Gives an endpoint a new secret; for a day the one before signs, too. Once more within it replaces the new
 * one, so that what receivers have still verifies when an answer was lost on its way.
 *
 * @throws NotPermitted
 */
export async function rotateSecret(
  { knex, config, clock }: Deps & Pick<CommandDeps, 'clock'>,
  actor: Actor,
  named: NamedEndpoint,
): Promise<EndpointWithSecret> {
  const endpoint = await permitted(knex, actor, named);
  return newSecretFor({ knex, config }, endpoint, new Date(clock.nowMs() + BOTH_SECRETS_MS));
}

/** Each kind of event once, whatever was asked. */
const distinct = <T>(eventTypes: readonly T[]): T[] => [...new Set(eventTypes)];

async function newSecretFor(
  { knex, config }: Deps,
  named: NamedEndpoint,
  previousUntil: Date,
): Promise<EndpointWithSecret> {
  const secret = newWebhookSecret();
  const endpoint = await replaceSecret(knex, named, secretsOf(config).seal(secret), previousUntil);
  return { endpoint, secret };
}

const permitted = async (knex: Deps['knex'], actor: Actor, named: NamedEndpoint): Promise<WebhookEndpoint> =>
  permit(actor, 'webhooks.change', await endpointById(knex, named), 'The endpoint');
