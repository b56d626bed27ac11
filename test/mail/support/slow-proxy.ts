import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface SlowProxy {
  port: number;
  /** How many connections were made through it. */
  connections: number;
  /** How long each piece of what the server says is kept back, in ms; may be changed at any time. */
  delayMs: number;
  /** The longest piece, in bytes. */
  pieceBytes: number;
  /** What clients have said so far. */
  heard: string;
  stop(): void;
}

/** Stands between a client and a server that is slow: everything comes, and late. */
export async function startSlowProxy(
  target: number,
  pace: { delayMs: number; pieceBytes?: number },
): Promise<SlowProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    proxy.connections += 1;
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      sockets.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => other.destroy());
    }
    near.on('data', (said: Buffer) => {
      proxy.heard += said.toString('latin1');
      far.write(said);
    });
    void pass(far, near).catch(() => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: SlowProxy = {
    port: (server.address() as AddressInfo).port,
    connections: 0,
    delayMs: pace.delayMs,
    pieceBytes: pace.pieceBytes ?? Infinity,
    heard: '',
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return proxy;

  async function pass(far: Socket, near: Socket): Promise<void> {
    for await (const said of far as AsyncIterable<Buffer>) {
      for (let at = 0; at < said.length; at += proxy.pieceBytes) {
        await wait(proxy.delayMs);
        near.write(said.subarray(at, Math.min(at + proxy.pieceBytes, said.length)));
      }
    }
  }
}
