import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providePythonTools } from '../../../support/dav-servers/python-tools.ts';
import { requireTool } from '../../../support/require-tool.ts';
import { runProgram, type Ended } from '../../../support/run-program.ts';
import { startTarget, TARGETS, type ClientTarget, type TargetName } from './targets.ts';

export interface PythonProgram {
  /** In python/, without its ending. */
  name: string;
  /** Every case of it, in words; the function of the same words is run. */
  cases: readonly string[];
  /** Those that cannot be asked of a server, which are not run. */
  not?: Partial<Record<TargetName, readonly string[]>>;
  /** How it is started, when not by the Python of the clients. */
  start?: (target: ClientTarget, script: string, described: string) => Promise<Ended>;
}

/** Why the clients written in Python cannot run; undefined when they can. */
export const pythonMissing = (): Promise<string | undefined> =>
  providePythonTools().then(
    () => undefined,
    (error: Error) => error.message,
  );

/** Runs the program once with each server, and tells of each of its cases as a test. */
export async function testPythonProgram(
  title: string,
  { name, cases, not = {}, start = byTools }: PythonProgram,
  missing?: string,
): Promise<void> {
  const why = missing ?? (await pythonMissing());
  requireTool(title, why)(title, () => {
    describe.each(TARGETS.filter((target) => cases.some((one) => !not[target]?.includes(one))))(
      'with %s',
      (targetName) => {
        let target: ClientTarget;
        const reasons = new Map<string, string | null>();
        let ended: Ended;
        beforeAll(async () => {
          target = await startTarget(targetName);
          const described = JSON.stringify({
            url: target.url,
            origin: target.server.origin,
            directory: target.directory,
            accounts: target.accounts.map((account) => ({
              ...account,
              home: target.server.homePath(account),
            })),
            skipped: not[targetName] ?? [],
          });
          ended = await start(target, scriptOf(name), described);
          for (const line of ended.out.split('\n').filter((text) => text.startsWith('{"name"'))) {
            const told = JSON.parse(line) as { name: string; reason: string | null };
            reasons.set(told.name, told.reason);
          }
        }, 400_000);
        afterAll(() => target.stop());

        const asked = cases.filter((one) => !not[targetName]?.includes(one));
        it.each(asked)('%s', (one) => {
          expect(reasons.has(one), ended.err).toBe(true);
          expect(reasons.get(one)).toBeNull();
        });

        it('has no other cases', () => {
          expect([...reasons.keys()].sort()).toEqual([...asked].sort());
        });
      },
    );
  });
}

const scriptOf = (name: string): string => fileURLToPath(new URL(`../python/${name}.py`, import.meta.url));

async function byTools(target: ClientTarget, script: string, described: string): Promise<Ended> {
  const bin = await providePythonTools();
  return runProgram(`${bin}/python`, [script, described], { cwd: target.directory });
}
