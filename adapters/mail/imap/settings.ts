/** Where access tokens come from (RFC 6749 §6). */
export interface TokenSource {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  refreshToken: string;
  scope?: string | undefined;
}

/** What becomes of a message that was taken in. */
export type Handled = { move: string } | { flag: string } | 'none';

/** One folder of one account. */
export interface ImapMailbox {
  name: string;
  host: string;
  port: number;
  /** From the first byte; by STARTTLS, or not at all; by STARTTLS where the server has it. */
  tls: 'implicit' | 'required' | 'opportunistic';
  /** Certificates (PEM) of who vouches for the server, instead of those that everybody trusts. */
  ca?: string;
  user: string;
  auth: { password: string } | { oauth2: TokenSource };
  folder: string;
  handled: Handled;
  /** How often a server without IDLE is asked, in ms. */
  pollMs: number;
  /** A server that says nothing for so long, though it was asked, is gone; in ms. */
  timeoutMs: number;
  /** A larger message stays where it is and is shown as a problem. */
  largestBytes: number;
}
