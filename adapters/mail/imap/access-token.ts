import { MailboxUnavailable } from '../../../activities/mailbox/ports.ts';
import type { Clock } from '../../../activities/clock.ts';
import type { TokenSource } from './settings.ts';

/** A token is renewed this long before it ends, so that it does not end on its way. */
const EARLY_MS = 60_000;
/** RFC 6749 §5.1 only recommends `expires_in`; without it this is how long a token is trusted. */
const UNTOLD_LIFE_MS = 300_000;
const PATIENCE_MS = 30_000;

export interface AccessTokens {
  /** One that is valid now. @throws MailboxUnavailable */
  current(): Promise<string>;
  /** The mail server refused the current one: the next is a new one. */
  forget(): void;
}

/** Where a mailbox's refresh token is kept. */
export interface RefreshTokens {
  newest(): Promise<string>;
  /** A server that rotates refresh tokens has given the next one; from now on it may refuse the one before. */
  rotated(token: string): Promise<void>;
}

/** Access tokens from a refresh token (RFC 6749 §6), each used until shortly before it expires. */
export function createAccessTokens(
  source: TokenSource,
  { clock, refreshTokens }: { clock: Clock; refreshTokens: RefreshTokens },
): AccessTokens {
  let token: { value: string; untilMs: number } | null = null;

  return {
    async current() {
      if (token && clock.nowMs() < token.untilMs) return token.value;
      const refreshToken = await refreshTokens.newest();
      const answer = await ask(source, refreshToken);
      if (answer.refreshToken !== null && answer.refreshToken !== refreshToken)
        await refreshTokens.rotated(answer.refreshToken);
      const lifeMs = answer.expiresInSeconds === null ? UNTOLD_LIFE_MS : answer.expiresInSeconds * 1000;
      token = { value: answer.accessToken, untilMs: clock.nowMs() + lifeMs - Math.min(EARLY_MS, lifeMs / 2) };
      return token.value;
    },
    forget() {
      token = null;
    },
  };
}

interface TokenAnswer {
  accessToken: string;
  expiresInSeconds: number | null;
  refreshToken: string | null;
}

async function ask(source: TokenSource, refreshToken: string): Promise<TokenAnswer> {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: source.clientId,
    client_secret: source.clientSecret,
    ...(source.scope !== undefined && { scope: source.scope }),
  });
  const response = await fetch(source.tokenUrl, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((cause: unknown) => {
    throw new MailboxUnavailable('TOKEN_SERVER_UNREACHABLE', { cause });
  });
  const answer: unknown = await response.json().catch(() => null);
  const read = response.ok ? readAnswer(answer) : null;
  if (read === null) throw new MailboxUnavailable('TOKEN_REFUSED');
  return read;
}

function readAnswer(answer: unknown): TokenAnswer | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const {
    access_token: accessToken,
    expires_in: expiresIn,
    refresh_token: next,
  } = answer as Record<string, unknown>;
  if (typeof accessToken !== 'string' || accessToken === '') return null;
  // Some servers send the number as a string.
  const seconds = Number(expiresIn);
  return {
    accessToken,
    expiresInSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
    refreshToken: typeof next === 'string' && next !== '' ? next : null,
  };
}
