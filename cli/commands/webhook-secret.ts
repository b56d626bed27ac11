import { webhookSecretOf } from '../../api/middleware/webhook-signature.ts';
import { required } from '../../config/index.ts';
import { say } from '../output.ts';
import { tenantFor, withDatabase } from './with-tenants.ts';

/** `parley webhook-secret` */
export const webhookSecret = (options: { tenant?: string }): Promise<void> =>
  withDatabase(async (database, config) => {
    const tenant = await tenantFor(database, options.tenant);
    say(webhookSecretOf(required(config, 'secretKey'), tenant.id));
  });
