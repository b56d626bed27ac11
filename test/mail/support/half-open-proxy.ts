import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface HalfOpenProxy {
  port: number;
  /** How many connections were made through it. */
  connections: number;
  /** From now on the connections that there are carry nothing any more, and nobody is told; new ones work. */
  freeze(): void;
  frozen: boolean;
  /** Bytes that came from the server; may be set back. */
  bytes: number;
  /** Called with each piece from the server, before it is passed on. */
  onBytes: () => void;
  /** Called with each piece from the client, before it is passed on. */
  onSent: (piece: string) => void;
  stop(): void;
}

/** Stands between a client and a server until the network "breaks": no reset, no end, just silence. */
export async function startHalfOpenProxy(target: number): Promise<HalfOpenProxy> {
  const sockets = new Set<Socket>();
  const pairs = new Set<{ near: Socket; far: Socket }>();
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    pairs.add({ near, far });
    proxy.connections += 1;
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    far.on('data', (piece: Buffer) => {
      proxy.bytes += piece.length;
      proxy.onBytes();
    });
    near.on('data', (piece: Buffer) => proxy.onSent(piece.toString('latin1')));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: HalfOpenProxy = {
    port: (server.address() as AddressInfo).port,
    connections: 0,
    bytes: 0,
    onBytes: () => undefined,
    onSent: () => undefined,
    frozen: false,
    freeze() {
      proxy.frozen = true;
      for (const { near, far } of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        near.pause();
        far.pause();
      }
      pairs.clear();
    },
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return proxy;
}
