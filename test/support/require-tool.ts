import { describe, it } from 'vitest';

/**
 * `describe` for tests that need a tool of the machine. Without it the run fails with the tool's name when CI=true, and
 * skips them loudly otherwise.
 *
 *     const server = await tryService('timeSkipping');
 *     requireTool('the time-skipping server', server.missing)('expiry', () => { … });
 *
 * @param missing why the tool is not there; undefined when it is
 */
export function requireTool(
  name: string,
  missing: string | undefined,
): (title: string, tests: () => void) => void {
  if (missing === undefined) return (title, tests) => void describe(title, tests);
  return (title, tests) => {
    if (isCi()) {
      describe(title, () => {
        it(`needs ${name}`, () => {
          throw new Error(`${name} is missing: ${missing}`);
        });
      });
      return;
    }
    console.warn(`\nSKIPPED "${title}": ${name} is missing: ${missing}\n`);
    describe.skip(title, tests);
  };
}

export const isCi = () => process.env.CI === 'true' || process.env.CI === '1';
