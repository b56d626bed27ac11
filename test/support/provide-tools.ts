import { loadConfig } from '../../config/index.ts';
import { createProgress } from '../../workers/embedded/progress.ts';
import { provideTemporal } from '../../workers/embedded/temporal-binary.ts';
import { provideChromium } from './chromium-binary.ts';
import { provideEvolution } from './dav-servers/packages.ts';
import { providePythonTools } from './dav-servers/python-tools.ts';
import { provideDovecot, providePostfix } from './mail-servers/packages.ts';
import { providePromtool } from './promtool.ts';
import { provideTimeSkippingServer } from './time-skipping-server.ts';

// Before a whole run: a tool that is downloaded, built or installed now takes no time from the test that needs it.
const progress = createProgress(process.stderr);
const { cacheDir } = loadConfig().embedded;
const tools = [
  () => provideTemporal({ cacheDir, progress }),
  () => provideTimeSkippingServer({ cacheDir, progress }),
  () => provideChromium(progress),
  () => provideDovecot(progress),
  () => providePostfix(progress),
  () => providePromtool(progress),
  () => providePythonTools(progress),
  () => provideEvolution(progress),
];
for (const provide of tools) {
  // The tests that need it are skipped or fail, and say so, too.
  await provide().catch((error: Error) => process.stderr.write(`${error.message}\n`));
}
