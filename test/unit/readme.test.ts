import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { environmentSchema } from '../../config/schema.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

it('the README’s table has every variable, with its default', () => {
  const defaults = environmentSchema.parse({}) as unknown as Record<string, string | number | boolean>;
  for (const name of Object.keys(environmentSchema.shape)) {
    const row = readme.split('\n').find((line) => new RegExp(`^\\| ${name} +\\|`).test(line));
    expect(row, name).toBeDefined();
    if (defaults[name] !== undefined) expect(row).toContain(`\`${String(defaults[name])}\``);
  }
});
