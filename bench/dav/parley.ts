import { startHttp } from '../../api/server.ts';
import { addMembers, asDavServer } from '../../test/support/dav-servers/parley.ts';
import { apiDeps } from '../../workers/api.ts';
import { assemble } from '../../workers/assemble.ts';
import { startEmbeddedDatabase } from '../embedded-database.ts';
import { targetOf, type Target } from './targets.ts';

/** The API in this process, with an embedded PostgreSQL that writes through to the disk. */
export async function startParley(): Promise<Target> {
  const { config, database, tenant, stop } = await startEmbeddedDatabase({
    LIMIT_CLIENT_PER_MINUTE: '1000000',
  });
  const parley = assemble(config, { knex: database });
  const http = await startHttp(apiDeps(parley), { host: '127.0.0.1', port: 0 });
  const members = await addMembers(database, tenant.id, ['anna@example.org']);
  const server = asDavServer(`http://127.0.0.1:${http.port}`, members, async () => {
    await http.stop(500);
    await parley.close();
    await stop();
  });
  return targetOf(server, members.accounts[0]!);
}
