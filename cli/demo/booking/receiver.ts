import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { Difference } from '../difference.ts';

const PATIENCE_MS = 30_000;

/** The backend's own endpoint, which takes events and makes sure of their signatures. */
export class Receiver {
  readonly #server: Server;
  readonly #bodies: { headers: Record<string, string>; body: string }[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      void text(request).then((body) => {
        receiver.#bodies.push({ headers: request.headers as Record<string, string>, body });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/parley`;
  }

  /** The types of the events about a meeting, sorted, once there are so many. @throws Difference when they do not come */
  async types(secret: string, meetingId: string, count: number): Promise<string[]> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const events = this.#bodies.map(
        ({ headers, body }) =>
          new Webhook(secret).verify(body, headers) as { type: string; data: { meeting?: { id: string } } },
      );
      const types = events.filter(({ data }) => data.meeting?.id === meetingId).map(({ type }) => type);
      if (types.length >= count) return types.sort();
      if (Date.now() > deadline) throw new Difference('the events of a meeting', count, types);
      await wait(100);
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
