import type { z } from 'zod';
import type { Principal } from '../../../queries/principals.ts';
import { iso } from '../fields.ts';
import type { principal } from './schema.ts';

export const presentPrincipal = ({
  tenantId: _,
  createdAt,
  addresses,
  ...rest
}: Principal): z.input<typeof principal> => ({
  ...rest,
  addresses: addresses.map(({ address, isPrimary, isVerified }) => ({
    address,
    primary: isPrimary,
    verified: isVerified,
  })),
  createdAt: iso(createdAt),
});
