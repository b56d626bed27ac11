import type { Command } from 'commander';
import { commaList } from './comma-list.ts';
import { SCOPES } from '../policies/actor.ts';
import { JSON_OPTION, type OneOptions } from './operating-options.ts';

/** `parley keys …` */
export function addKeys(program: Command): void {
  const keys = program.command('keys').description('API keys');
  keys
    .command('create')
    .description('make a key and print it; it cannot be shown again')
    .option('--tenant <id>', 'the tenant it belongs to; the first one when absent')
    .option('--name <name>', 'what it is for', 'key')
    .option(
      '--scopes <names>',
      `what it may do, separated by commas: ${SCOPES.join(', ')} (default: meetings)`,
      commaList,
    )
    .action(async (options: { tenant?: string; name: string; scopes?: string[] }) =>
      (await import('./commands/keys.ts')).createKey(options),
    );
  keys
    .command('list')
    .description('list the keys, without their secrets')
    .option('--tenant <id>', 'only those of this tenant')
    .option(...JSON_OPTION)
    .action(async (options: OneOptions) => (await import('./commands/keys.ts')).listKeys(options));
  keys
    .command('revoke')
    .description('end a key at once')
    .argument('<id>', 'as shown by "keys list"')
    .action(async (id: string) => (await import('./commands/keys.ts')).revokeKey(id));
}
