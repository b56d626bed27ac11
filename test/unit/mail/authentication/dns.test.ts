import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { createMailAuthenticator } from '../../../../adapters/mail/authentication/authenticator.ts';
import { loadConfig } from '../../../../config/index.ts';
import { CLIENT, letter } from './support.ts';

const open: { close(): void }[] = [];
afterEach(() => open.splice(0).forEach((one) => one.close()));

/** A DNS server that knows one TXT record, and of no other name that it exists (RFC 1035 §4). */
async function dnsServer(name: string, text: string): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  open.push(socket);
  socket.on('message', (query, from) => {
    const question = query.subarray(12, query.indexOf(0, 12) + 5);
    const labels: string[] = [];
    for (let at = 0; question[at]; at += (question[at] ?? 0) + 1)
      labels.push(question.subarray(at + 1, at + 1 + (question[at] ?? 0)).toString());
    asked.push(labels.join('.'));
    const found = labels.join('.') === name && question.at(-3) === 16;
    const head = Buffer.from([0x81, found ? 0x80 : 0x83, 0, 1, 0, found ? 1 : 0, 0, 0, 0, 0]);
    const data = Buffer.from([text.length, ...Buffer.from(text)]);
    const answer = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, data.length, ...data]);
    socket.send(Buffer.concat([query.subarray(0, 2), head, question, ...(found ? [answer] : [])]), from.port);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { address: `127.0.0.1:${socket.address().port}`, asked };
}

it('the configured DNS servers are asked, and no others', async () => {
  const dns = await dnsServer('example.org', 'v=spf1 ip4:192.0.2.10 -all');
  const { auth } = loadConfig({ DNS_SERVERS: dns.address }).incomingMail;
  const found = await createMailAuthenticator(auth).authenticate({
    raw: letter(),
    door: 'smtp',
    envelope: { from: 'gus@example.org' },
    session: CLIENT,
  });
  expect(found).toMatchObject({ source: 'session', spf: 'pass', dmarc: 'none', aligned: true });
  expect([...new Set(dns.asked)].sort()).toEqual(['_dmarc.example.org', 'example.org']);
});
