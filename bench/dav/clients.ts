import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Asked, Found } from './client.ts';

export interface Clients {
  /** @throws Error when a request is refused */
  load(asked: Asked): Promise<Found>;
  stop(): void;
}

export function startClients(): Clients {
  const child = fork(fileURLToPath(new URL('./client.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    // Thousands of times at once.
    serialization: 'advanced',
  });
  let isOver = false;
  child.once('exit', (code) => {
    if (!isOver) throw new Error(`the clients ended with ${code}`);
  });
  return {
    async load(asked) {
      child.send(asked);
      const [found] = (await once(child, 'message')) as [Found | { error: string }];
      if ('error' in found) throw new Error(`${asked.origin}: ${found.error}`);
      return found;
    },
    stop() {
      isOver = true;
      child.kill();
    },
  };
}
