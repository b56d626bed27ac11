import { found, type Finding, type Health } from '../../adapters/health/finding.ts';
import { loadTexts } from '../../adapters/texts/load.ts';
import type { Translate } from '../../adapters/texts/texts.ts';
import { ConfigError } from '../../config/index.ts';
import { examine } from '../../workers/health.ts';
import { lookBeside } from '../beside.ts';
import { EXIT } from '../errors.ts';
import { say } from '../output.ts';
import { sayJson } from '../table.ts';

const MARKS: Record<Health, string> = {
  fine: 'fine     ',
  attention: 'ATTENTION',
  broken: 'BROKEN   ',
  unused: '-        ',
};

/** `parley doctor`: says of each part how it stands, and what to do; fails when something is broken. */
export async function doctor({ json = false }: { json?: boolean }): Promise<void> {
  const { t } = loadTexts().wordingFor('en');
  const findings = await findingsNow();
  const ok = !findings.some(({ health }) => health === 'broken');
  if (json) sayJson({ ok, checks: findings.map((finding) => asJson(finding, t)) });
  else sayFindings(findings, t);
  if (!ok) process.exitCode = EXIT.failure;
}

/** Settings that cannot be used are told, and the rest is looked at as if they were not there. */
async function findingsNow(without: string[] = []): Promise<Finding[]> {
  try {
    return await examine(lookBeside(without));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const names = error.problems.map((problem) => problem.split(':')[0]!);
    // What another setting needs is missing still, and was told.
    if (names.every((name) => without.includes(name))) return [];
    const wrong = error.problems.map((detail) => found('settings', 'settings-wrong', { detail }));
    return [...wrong, ...(await findingsNow([...without, ...names]))];
  }
}

const asJson = (finding: Finding, t: Translate) => ({
  part: finding.part,
  subject: finding.subject,
  state: finding.health,
  code: finding.code,
  message: t(`health.said.${finding.code}`, finding.values),
});

function sayFindings(findings: readonly Finding[], t: Translate): void {
  const parts = findings.map(({ part }) => t(`health.part.${part}`));
  const width = Math.max(...parts.map((part) => part.length));
  findings.forEach(({ health, code, values }, index) =>
    say([MARKS[health], parts[index]!.padEnd(width), t(`health.said.${code}`, values)].join('  ')),
  );
  const broken = findings.filter(({ health }) => health === 'broken').length;
  say();
  say(broken === 0 ? 'Nothing is broken.' : `${broken} of ${findings.length} checks found something broken.`);
}
