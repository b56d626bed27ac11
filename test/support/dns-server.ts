import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { decode, encode, RECURSION_DESIRED } from 'dns-packet';

export interface TestDns {
  /** For DNS_SERVERS. */
  address: string;
  /** TXT records by name, each as its strings; may be changed at any time. A name without an entry does not exist. */
  zone: Map<string, string[][]>;
  /** Names that the server answers with SERVFAIL. */
  failing: Set<string>;
  stop(): Promise<void>;
}

const NXDOMAIN = 3;
const SERVFAIL = 2;

/** A DNS server on loopback that knows the given TXT records and nothing else. */
export async function startTestDns(): Promise<TestDns> {
  const zone = new Map<string, string[][]>();
  const failing = new Set<string>();
  const socket = createSocket('udp4');
  socket.on('message', (packet, peer) => {
    const query = decode(packet);
    const [question] = query.questions ?? [];
    if (!question) return;
    const records = zone.get(question.name.toLowerCase());
    const code = failing.has(question.name) ? SERVFAIL : records ? 0 : NXDOMAIN;
    const answer = encode({
      type: 'response',
      id: query.id ?? 0,
      flags: RECURSION_DESIRED | code,
      questions: [question],
      answers:
        code === 0 && question.type === 'TXT'
          ? records!.map((data) => ({ type: 'TXT', name: question.name, ttl: 1, data }))
          : [],
    });
    socket.send(answer, peer.port, peer.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    zone,
    failing,
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
