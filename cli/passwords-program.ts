import type { Command } from 'commander';
import { JSON_OPTION, type OneOptions } from './operating-options.ts';
import type { NewPasswordOptions } from './commands/passwords.ts';

/** `parley passwords …` */
export function addPasswords(program: Command): void {
  const tenant = ['--tenant <tenant>', 'its id or short name; the first one when absent'] as const;
  const member = ['<member>', 'an address of theirs, or their id'] as const;
  const passwords = program
    .command('passwords')
    .description('app passwords: with one, a calendar program signs in as a member');
  passwords
    .command('create')
    .description('make a password and print it; it cannot be shown again')
    .argument(...member)
    .option('--name <name>', 'what it is for, as the program and the machine', 'calendar program')
    .option(...tenant)
    .action(async (whose: string, options: NewPasswordOptions) =>
      (await import('./commands/passwords.ts')).createPassword(whose, options),
    );
  passwords
    .command('list')
    .description('list the passwords of a member, without themselves')
    .argument(...member)
    .option(...tenant)
    .option(...JSON_OPTION)
    .action(async (whose: string, options: OneOptions) =>
      (await import('./commands/passwords.ts')).listPasswords(whose, options),
    );
  passwords
    .command('revoke')
    .description('end a password at once')
    .argument(...member)
    .argument('<id>', 'as shown by "passwords list"')
    .option(...tenant)
    .action(async (whose: string, id: string, options: OneOptions) =>
      (await import('./commands/passwords.ts')).revokePassword(whose, id, options),
    );
}
