/** What stands behind the last at-sign, in lower case. */
export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** `anna+work@example.org` is a name that `anna@example.org` has for herself (RFC 5233). */
export const withoutSubAddress = (address: string): string => address.replace(/^([^+@]+)\+[^@]*@/, '$1@');
