import { Client, Connection } from '@temporalio/client';
import { required, type Config } from '../../config/index.ts';

/** How any part of the program reaches the Temporal server: own cluster or Temporal Cloud. */
export function connectionOptions(config: Config): { address: string; apiKey?: string; tls?: true } {
  const { apiKey, tls } = config.temporal;
  const address = required(config.temporal, 'address');
  return { address, ...(apiKey === undefined ? {} : { apiKey }), ...(tls ? { tls } : {}) };
}

/** A client of the configured namespace. */
export async function connectClient(config: Config): Promise<Client> {
  const connection = await Connection.connect(connectionOptions(config));
  return new Client({ connection, namespace: config.temporal.namespace });
}
