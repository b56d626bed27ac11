import { loadTexts } from '../../adapters/texts/load.ts';
import { loadConfig, type Config } from '../../config/index.ts';
import { createProgress } from '../../workers/embedded/progress.ts';
import { startEmbedded, type EmbeddedStack } from '../../workers/embedded/stack.ts';
import { withEmbedded } from '../../workers/embedded/with-embedded.ts';
import { say } from '../output.ts';
import { listenForShutdown, stopInOrder } from '../shutdown.ts';
import { startParts, type Parts } from './serve-parts.ts';
import { welcome } from './serve-welcome.ts';

/** `parley serve`: everything in one process group, until a signal or a failure. */
export async function serve(): Promise<void> {
  const shutdown = listenForShutdown();
  const config = loadConfig();
  // What is wrong with somebody's texts is told before any server starts.
  loadTexts(config.texts);
  const progress = createProgress(process.stdout);
  let stack: EmbeddedStack | undefined;
  let parts: Parts | undefined;
  let hasFailed = false;
  try {
    stack = await startEmbedded(config, { progress, extraPorts: ownPorts(config), signal: shutdown.signal });
    shutdown.signal.throwIfAborted();
    const resolved = withEmbedded(config, stack);
    parts = await startParts(resolved, { catcher: stack.catcher, progress });
    shutdown.signal.throwIfAborted();
    for (const line of welcome(resolved, stack, parts)) say(line);
    await Promise.race([shutdown.requested, stack.failed]);
  } catch (error) {
    // Whatever fails after a Ctrl-C fails because of it.
    if (!shutdown.signal.aborted) {
      hasFailed = true;
      throw error;
    }
  } finally {
    if (shutdown.signal.aborted) say('\nStopping: what was begun is finished; once more ends it at once.');
    await stopAll(parts, stack, hasFailed ? WITHOUT_A_SERVER_MS : Infinity);
  }
  say(`Stopped. Everything is in ${config.embedded.dataDir}, and goes on with the next start.`);
  process.exit(0);
}

function ownPorts(config: Config) {
  const { lmtpPort } = config.incomingMail;
  return [
    { ...config.http, variable: 'PORT' },
    { ...config.smtpIn, variable: 'SMTP_IN_PORT' },
    ...(lmtpPort === undefined ? [] : [{ host: config.smtpIn.host, port: lmtpPort, variable: 'LMTP_PORT' }]),
  ];
}

/** Without one of the servers nothing that was begun can be finished; the next start takes it up. */
const WITHOUT_A_SERVER_MS = 2_000;

/** The doors first, so that nothing new comes in; then the worker, which finishes what it has begun; then the servers. */
async function stopAll(
  parts: Parts | undefined,
  stack: EmbeddedStack | undefined,
  longestMs: number,
): Promise<void> {
  const steps = [
    ...(parts?.stops ?? []).map((step) => ({ ...step, withinMs: Math.min(step.withinMs, longestMs) })),
    ...(stack ? [{ name: 'the embedded servers', stop: () => stack.stop(), withinMs: 30_000 }] : []),
  ];
  await stopInOrder(steps, (problem) => process.stderr.write(`${problem}\n`));
}
