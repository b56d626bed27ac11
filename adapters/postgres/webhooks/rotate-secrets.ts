import type { Knex } from 'knex';
import { UnopenableError } from '../../secrets/key-ring.ts';
import type { WebhookSecrets } from '../../secrets/webhook-secrets.ts';

export interface SecretRotation {
  resealed: number;
  /** Endpoints whose secret cannot be opened. */
  unopenable: { id: string; why: UnopenableError['code'] }[];
}

/** Seals the secrets of all endpoints with the current key. May be run again, and while Parley works. */
export async function resealWebhookSecrets(database: Knex, secrets: WebhookSecrets): Promise<SecretRotation> {
  const rotation: SecretRotation = { resealed: 0, unopenable: [] };
  const rows = await database('webhook_endpoints')
    .whereNot({ secret_key_id: secrets.currentKeyId })
    .orWhereNot({ previous_key_id: secrets.currentKeyId })
    .select('id');
  for (const { id } of rows) {
    await database.transaction((trx) => reseal(trx, secrets, id, rotation));
  }
  return rotation;
}

async function reseal(
  trx: Knex.Transaction,
  secrets: WebhookSecrets,
  id: string,
  rotation: SecretRotation,
): Promise<void> {
  const row = await trx('webhook_endpoints').where({ id }).forUpdate().first();
  if (!row) return;
  const anew = (sealed: Buffer, keyId: string) => secrets.seal(secrets.open(sealed, keyId));
  try {
    const now = anew(row.secret_sealed, row.secret_key_id);
    const before =
      row.previous_sealed && row.previous_key_id ? anew(row.previous_sealed, row.previous_key_id) : null;
    await trx('webhook_endpoints')
      .where({ id })
      .update({
        secret_sealed: now.sealed,
        secret_key_id: now.keyId,
        ...(before && { previous_sealed: before.sealed, previous_key_id: before.keyId }),
      });
    rotation.resealed += 1;
  } catch (error) {
    if (!(error instanceof UnopenableError)) throw error;
    rotation.unopenable.push({ id, why: error.code });
  }
}
