import type { TestProject } from 'vitest/node';
import { sweepLeftovers } from './run-directory.ts';
import { startTestServices } from './services-host.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test processes ask for the servers that they share; see services.ts. */
    servicesUrl: string;
  }
}

/** Once a run: nothing but the place to ask for servers. Each is started when the first test asks for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepLeftovers();
  const services = await startTestServices();
  project.provide('servicesUrl', services.url);
  return () => services.stop();
}
