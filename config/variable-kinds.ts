import { isIP } from 'node:net';
import { z } from 'zod';

export const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false', '1', '0'])
    .transform((text) => text === 'true' || text === '1')
    .default(fallback);

/** Items with commas between. */
export const list = (problem: string, isRight: (item: string) => boolean) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    )
    .refine((items) => items.length > 0 && items.every(isRight), problem);

const DOMAIN = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/i;
export const isDomain = (text: string): boolean => DOMAIN.test(text);

/** An address, or one with the length of its network's prefix. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const bits = { 4: 32, 6: 128 }[isIP(address)];
  if (bits === undefined || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
}

/** What ends in a number is an address that was written wrongly, as 10.0.0 or 300.1.1.1 (WHATWG URL §3.5). */
const isHostName = (text: string): boolean => isDomain(text) && !/(^|\.)\d+$/.test(text);

/** Names, addresses and networks. */
export const hosts = () =>
  list(
    'must be names, addresses or networks like 10.0.0.0/8, with commas between',
    (item) => isNetwork(item) || isHostName(item),
  );

/** 32 bytes in base64. */
export const isSecretKey = (text: string): boolean => Buffer.from(text, 'base64').length === 32;

/** Whether a host that is listened at, or asked for, is this machine alone. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  return isIP(name) === 4 ? name.startsWith('127.') : name === '::1';
}
