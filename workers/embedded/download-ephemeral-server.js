/**
 * Lets Temporal's SDK fetch one of its two servers into a directory:
 *
 *     node download-ephemeral-server.js dev-server|time-skipping DIRECTORY VERSION
 *
 * A program of its own, because the SDK's download can neither be cancelled nor given a deadline, except by ending
 * the process. The SDK also starts what it fetched, which shows that the file runs on this machine.
 */
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [kind, downloadDir, version] = process.argv.slice(2);
const server = { executable: { type: 'cached-download', downloadDir, version, ttl: '365d' } };
const environment =
  kind === 'time-skipping'
    ? await TestWorkflowEnvironment.createTimeSkipping({ server })
    : await TestWorkflowEnvironment.createLocal({ server });
await environment.teardown();
process.exit(0);
