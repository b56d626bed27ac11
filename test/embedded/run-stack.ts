/** A program that runs the embedded servers alone, as `parley serve` does: tests start it, interrupt it and kill it. */
import { describeFailure } from '../../cli/errors.ts';
import { listenForShutdown } from '../../cli/shutdown.ts';
import { loadConfig } from '../../config/index.ts';
import { silentProgress } from '../../workers/embedded/progress.ts';
import { startEmbedded } from '../../workers/embedded/stack.ts';

const shutdown = listenForShutdown();
try {
  const stack = await startEmbedded(loadConfig(), { progress: silentProgress, signal: shutdown.signal });
  const { databaseUrl, temporalAddress, smtpUrl, secretKey } = stack;
  process.stdout.write(`${JSON.stringify({ databaseUrl, temporalAddress, smtpUrl, secretKey })}\n`);
  await Promise.race([shutdown.requested, stack.failed]);
  await stack.stop();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
}
