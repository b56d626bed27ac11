/** Whether a host name is this machine's own, which nobody listens in on between. */
export const isLoopback = (hostname: string): boolean =>
  /^(?:localhost|(?:[a-z0-9-]+\.)+localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(hostname);
