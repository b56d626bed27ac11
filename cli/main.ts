import { CommanderError } from 'commander';
import { describeFailure, EXIT } from './errors.ts';
import { buildProgram } from './program.ts';
import { surviveClosedOutput } from './output.ts';

surviveClosedOutput();
try {
  await buildProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has already written the help or the complaint.
    process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  } else {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = EXIT.failure;
  }
}
