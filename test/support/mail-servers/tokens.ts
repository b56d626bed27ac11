import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * An access token for XOAUTH2 as the test servers take it.
 *
 * @param expiresMs from when on it is refused
 */
export const accessTokenFor = (address: string, expiresMs: number): string =>
  Buffer.from(JSON.stringify({ address, expiresMs })).toString('base64url');

/** Whom a token is for; null when it has expired, or is none. */
function ownerOf(token: string, nowMs: number): string | null {
  try {
    const { address, expiresMs } = JSON.parse(Buffer.from(token, 'base64url').toString()) as {
      address: string;
      expiresMs: number;
    };
    return nowMs < expiresMs ? address : null;
  } catch {
    return null;
  }
}

/** Where Dovecot asks whether a token is genuine (its oauth2 passdb, `tokeninfo_url`). */
export async function startTokenInfo(): Promise<{ url: string; stop(): void }> {
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('access_token') ?? '';
    const address = ownerOf(token, Date.now());
    response.writeHead(address === null ? 401 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(address === null ? { error: 'invalid_token' } : { email: address }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/?access_token=`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
