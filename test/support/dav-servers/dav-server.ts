/** Somebody who signs in by HTTP Basic. */
export interface DavAccount {
  user: string;
  password: string;
}

/** A CalDAV server on loopback, whichever it is, as a client of it has to know it. */
export interface DavServer {
  name: string;
  /** Scheme, host and port. */
  origin: string;
  /** Where a client begins to look, with a slash at the end. */
  discoveryPath: string;
  /** The collection of somebody's calendars, with a slash at the end. */
  homePath(account: DavAccount): string;
  stop(): Promise<void>;
}

export const authorizationOf = ({ user, password }: DavAccount): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
