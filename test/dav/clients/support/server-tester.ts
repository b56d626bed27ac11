import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { providePythonTools } from '../../../support/dav-servers/python-tools.ts';
import { runProgram } from '../../../support/run-program.ts';
import type { ClientTarget } from './targets.ts';

/** What caldav-server-tester found of a feature. */
export interface Feature {
  /** full, quirk, fragile, broken, ungraceful, unsupported or unknown; absent where it is no matter of support. */
  support?: string;
  /** What it saw, in its words. */
  behaviour?: string;
  [more: string]: unknown;
}

export type Report = Record<string, Feature>;

const AS_JSON = 'import ast, json, sys; print(json.dumps(ast.literal_eval(sys.stdin.read())))';

/**
 * Runs all checks of caldav-server-tester; the second and third accounts are those of other people that it schedules with.
 *
 * @throws Error with its last words when it does not end well
 */
export async function testServer({ url, accounts, directory }: ClientTarget): Promise<Report> {
  const bin = await providePythonTools();
  const sections = accounts.map(({ user, password }, nth) => [
    nth === 0 ? 'default' : `other${nth}`,
    { caldav_url: url, caldav_username: user, caldav_password: password },
  ]);
  const config = join(directory, 'accounts.json');
  writeFileSync(config, JSON.stringify(Object.fromEntries(sections)));
  const chosen = sections.flatMap(([name]) => ['--config-section', name as string]);
  const script = `"$0" ${chosen.join(' ')} --format hints > report.py && "$1" -c '${AS_JSON}' < report.py`;
  const programs = [`${bin}/caldav-server-tester`, `${bin}/python`];
  const env = { CALDAV_CONFIG_FILE: config };
  const { code, out, err } = await runProgram('sh', ['-c', script, ...programs], { env, cwd: directory });
  if (code !== 0) throw new Error(`caldav-server-tester ended with ${code}: ${err.slice(-2_000)}`);
  return JSON.parse(out) as Report;
}

/** What falls short of what the standards ask: all that is neither full nor could not be looked at. */
export const shortcomings = (report: Report): string[] =>
  Object.entries(report)
    .filter(([, { support }]) => support !== undefined && support !== 'full' && support !== 'unknown')
    .map(([feature]) => feature)
    .sort();
