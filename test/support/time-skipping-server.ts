import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadOfficial } from '../../workers/embedded/official-download.ts';
import type { Progress } from '../../workers/embedded/progress.ts';
import { runToEnd } from '../../workers/embedded/run-to-end.ts';

const VERSION = '1.38.0';

/**
 * Temporal's time-skipping test server: kept from before, the official download, or the same server from Maven Central
 * run by Java through a small launcher.
 *
 * @returns the path of a program that takes a port as its argument
 * @throws Error that names the ways
 */
export async function provideTimeSkippingServer(options: {
  cacheDir: string;
  progress: Progress;
}): Promise<string> {
  const { cacheDir, progress } = options;
  const official = join(cacheDir, 'bin', 'temporal-test-server');
  const maven = join(cacheDir, `temporal-test-server-${VERSION}`);
  const launcher = join(maven, 'run.sh');
  // One that works is kept, so a download that fails here is not tried again at each run.
  for (const kept of [official, launcher]) if (existsSync(kept)) return kept;
  const download = await progress.step('downloading the time-skipping server', () =>
    downloadOfficial({ kind: 'time-skipping', version: 'default', target: official }),
  );
  if (download === undefined) return official;
  const copied = await progress.step('fetching the time-skipping server from Maven Central', () =>
    copyFromMaven(maven),
  );
  if (copied === undefined) return launcher;
  throw new Error(`needs its download from temporal.download (${download}), or Java and Maven (${copied})`);
}

async function copyFromMaven(target: string): Promise<string | undefined> {
  if ((await runToEnd('java', ['-version'])).code !== 0) return 'Java is not installed';
  mkdirSync(join(target, '..'), { recursive: true });
  const directory = mkdtempSync(`${target}-`);
  try {
    writeFileSync(join(directory, 'pom.xml'), POM);
    const goals = ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${directory}/lib`];
    const { code, errors } = await runToEnd('mvn', goals, { cwd: directory });
    if (code !== 0) return errors.trim().split('\n').at(-1) || 'mvn failed';
    writeFileSync(join(directory, 'run.sh'), LAUNCHER);
    chmodSync(join(directory, 'run.sh'), 0o755);
    rmSync(target, { recursive: true, force: true });
    renameSync(directory, target);
    return undefined;
  } catch (error) {
    // Another run has just put the same there.
    if (existsSync(join(target, 'run.sh'))) return undefined;
    throw error;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const LAUNCHER = `#!/bin/sh
exec java -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$1"
`;

const dependency = (group: string, artifact: string, version: string) =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;

/** With slf4j-nop: the server's log is of no use to a test. */
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>parley</groupId><artifactId>time-skipping-server</artifactId><version>1</version>
  <dependencies>
    ${dependency('io.temporal', 'temporal-test-server', VERSION)}
    ${dependency('org.slf4j', 'slf4j-nop', '1.7.36')}
  </dependencies>
</project>
`;
