import { createHash } from 'node:crypto';
import { element, type XmlElement } from '../../../adapters/xml/element.ts';
import { writeFragment } from '../../../adapters/xml/write.ts';
import { uuidOf } from '../../../domain/uuid.ts';
import { principalHref } from '../../dav/paths.ts';

interface ProfileOf {
  /** As in the settings. */
  publicUrl: string;
  principalId: string;
  userName: string;
  /** As their devices show it. */
  name: string;
  description: string;
}

/**
 * A configuration profile that sets up an account on Apple's devices: an XML property list with one payload of the type
 * `com.apple.caldav.account`. The password is not in it: the device asks for it. The same member gets the same identifiers, so that a
 * second profile takes the place of the first.
 */
export function appleProfile({ publicUrl, principalId, userName, name, description }: ProfileOf): string {
  const url = new URL(publicUrl);
  const isSecure = url.protocol === 'https:';
  const identifier = `${url.hostname.split('.').reverse().join('.')}.calendars.${principalId}`;
  const uuid = (of: string): string =>
    uuidOf(createHash('sha256').update(`${identifier} ${of}`).digest('hex')).toUpperCase();
  const account = {
    PayloadType: 'com.apple.caldav.account',
    PayloadVersion: 1,
    PayloadIdentifier: `${identifier}.account`,
    PayloadUUID: uuid('account'),
    PayloadDisplayName: name,
    CalDAVAccountDescription: name,
    CalDAVHostName: url.hostname,
    CalDAVPort: url.port === '' ? (isSecure ? 443 : 80) : Number(url.port),
    CalDAVUseSSL: isSecure,
    CalDAVUsername: userName,
    CalDAVPrincipalURL: principalHref(principalId),
  };
  return plist({
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: identifier,
    PayloadUUID: uuid('profile'),
    PayloadDisplayName: name,
    PayloadDescription: description,
    PayloadContent: [account],
  });
}

type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
`;

const plist = (value: Value): string =>
  `${HEAD}${writeFragment(element('plist', [written(value)], { version: '1.0' })).replaceAll(' xmlns=""', '')}\n`;

function written(value: Value): XmlElement {
  if (typeof value === 'string') return element('string', value);
  if (typeof value === 'number') return element('integer', String(value));
  if (typeof value === 'boolean') return element(String(value));
  if (isList(value)) return element('array', value.map(written));
  return element(
    'dict',
    Object.entries(value).flatMap(([key, one]) => [element('key', key), written(one)]),
  );
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
