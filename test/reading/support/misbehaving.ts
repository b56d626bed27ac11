import { loadTask, type TaskName } from '../../../adapters/reading/tasks.ts';

/** The tasks of reading, with the defects that there are none of: an input that says so makes its thread do it. */
export async function misbehaving(name: TaskName): Promise<(input: unknown) => unknown> {
  const task = await loadTask(name);
  return (input) => {
    const text = textOf(input);
    if (text.includes(LOOPS)) for (;;);
    if (text.includes(GROWS)) return grow();
    if (text.includes(DIES)) process.exit(1);
    return task(input);
  };
}

export const LOOPS = 'X-A-Thread-Loops';
export const GROWS = 'X-A-Thread-Grows';
export const DIES = 'X-A-Thread-Dies';

function textOf(input: unknown): string {
  if (input instanceof Uint8Array) return Buffer.from(input).toString('latin1');
  const { content, text } = input as { content?: Uint8Array; text?: string };
  return text ?? Buffer.from(content ?? []).toString('latin1');
}

function grow(): never {
  const kept: unknown[] = [];
  for (let i = 0; ; i += 1) kept.push(new Array(1_000).fill(i + 0.5));
}
