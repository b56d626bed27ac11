import { Difference } from '../demo/difference.ts';
import { buildStage } from '../demo/stage.ts';
import { playStory } from '../demo/story.ts';
import { CliError } from '../errors.ts';
import { say } from '../output.ts';

/** `parley demo`: a whole story, every mail read and checked; any difference is a failure. */
export async function demo(): Promise<void> {
  const stage = await buildStage();
  try {
    await playStory(stage, (sentence) => say(`✓ ${sentence}`));
    say('The story went as it should.');
  } catch (error) {
    if (error instanceof Difference) throw new CliError('difference', `✗ ${error.message}`);
    throw error;
  } finally {
    await stage.stop();
  }
}
