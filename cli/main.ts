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
    // Whatever the command had opened must not keep it from ending.
    process.stderr.write(`${describeFailure(error)}\n`, () => process.exit(EXIT.failure));
  }
}
