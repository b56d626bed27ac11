import { createServer } from 'node:net';
import { StartupError } from './startup-error.ts';

export interface WantedPort {
  host: string;
  /** 0: any free port. */
  port: number;
  /** The setting that changes it, for the sentence. */
  variable: string;
}

/**
 * Tries each port, so that a conflict is told by the name of its setting before anything has started.
 *
 * @throws StartupError `port_in_use` or `port_not_allowed`
 */
export async function checkPorts(wanted: readonly WantedPort[]): Promise<void> {
  for (const { host, port, variable } of wanted) {
    if (port === 0) continue;
    const twin = wanted.find((other) => other.port === port && other.variable !== variable);
    if (twin) {
      const sentence = `${twin.variable} and ${variable} are both ${port}; set one of them to another port.`;
      throw new StartupError('port_in_use', sentence);
    }
    await listenOnce(host, port).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        const sentence = `Port ${port} is in use by another program; set ${variable} to another one.`;
        throw new StartupError('port_in_use', sentence, { cause: error });
      }
      if (error.code === 'EACCES') {
        const sentence = `Port ${port} may not be used without more permissions; set ${variable} to another one.`;
        throw new StartupError('port_not_allowed', sentence, { cause: error });
      }
      throw error;
    });
  }
}

/** The port itself, or a free one when it is 0. */
export const resolvePort = (host: string, port: number) =>
  port === 0 ? listenOnce(host, 0) : Promise.resolve(port);

function listenOnce(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
