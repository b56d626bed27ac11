import { createHash, randomUUID } from 'node:crypto';
import { createSigner, type Signer } from '../../../adapters/secrets/signing.ts';
import { required, type Config } from '../../../config/index.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { isUuid, uuidOf } from '../../../domain/uuid.ts';

/** When a form was made, and what names it: signed, so that nobody makes one up. */
export interface Stamp {
  key: string;
  madeMs: Instant;
}

/** No person fills in a form so soon. */
const LEAST_FILL_MS = 2_000;
/** What somebody has looked at for longer may not be so any more. */
const LONGEST_FILL_MS = 86_400_000;

/** Why a form is not taken as it came. */
export type StampProblem = 'quick' | 'old';

const signer = (config: Config, purpose: string): Signer =>
  createSigner(
    { secretKey: required(config, 'secretKey'), previousSecretKeys: config.previousSecretKeys },
    purpose,
  );

const formSigner = (config: Config): Signer => signer(config, 'parley booking forms');

/** Of a form; one that is shown again keeps the time when it was first made. */
export const newStamp = (config: Config, madeMs: Instant): string =>
  formSigner(config).sign(`${randomUUID()}.${madeMs}`);

/** @returns null: none that was made here */
export function readStamp(config: Config, text: string): Stamp | null {
  const [key = '', made = ''] = formSigner(config).open(text)?.split('.') ?? [];
  return isUuid(key) ? { key, madeMs: Number(made) } : null;
}

/** What is wrong with the time in which a form was filled in; null: nothing. */
export function problemOf(stamp: Stamp | null, nowMs: Instant): StampProblem | null {
  if (!stamp || nowMs - stamp.madeMs > LONGEST_FILL_MS) return 'old';
  return nowMs - stamp.madeMs < LEAST_FILL_MS ? 'quick' : null;
}

/** Names what a form asks for: the same form with the same contents, sent twice, is one request. */
export function requestIdOf({ key }: Stamp, form: URLSearchParams): string {
  const contents = [...form].filter(([name]) => name !== 'stamp');
  return uuidOf(
    createHash('sha256')
      .update(JSON.stringify([key, contents]))
      .digest('hex'),
  );
}

const confirmationSigner = (config: Config): Signer => signer(config, 'parley booking confirmations');

/** What opens the confirmation of a booking, for who booked it. */
export const confirmationToken = (config: Config, requestId: string): string =>
  confirmationSigner(config).sign(requestId);

/** @returns the id of the request; null: it is not ours */
export const readConfirmationToken = (config: Config, token: string): string | null =>
  confirmationSigner(config).open(token);
