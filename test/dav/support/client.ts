import { parseXml } from '../../../adapters/xml/parse.ts';
import {
  childOf,
  childrenOf,
  elementsIn,
  textIn,
  type XmlElement,
  type XmlName,
} from '../../../adapters/xml/element.ts';
import { C, CS, D, ICAL } from '../../../api/dav/names.ts';

export { C, CS, D, ICAL };

export interface DavAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** One resource of a multistatus. */
export interface Told {
  href: string;
  /** Of the resource as a whole. */
  status: number | null;
  /** Those that were found, by their names. */
  found: Map<XmlName, XmlElement>;
  missing: XmlName[];
}

const NAMESPACES =
  'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:CS="http://calendarserver.org/ns/" xmlns:I="http://apple.com/ns/ical/"';

/** Speaks WebDAV as somebody; elements are written with the prefixes D, C, CS and I. */
export class DavClient {
  readonly #url: string;
  readonly #authorization: string;

  constructor(url: string, name: string, password: string) {
    this.#url = url;
    this.#authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
  }

  async send(
    method: string,
    href: string,
    {
      headers = {},
      body,
    }: { headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> | undefined } = {},
  ): Promise<DavAnswer> {
    const answer = await fetch(new URL(href, this.#url), {
      method,
      headers: { Authorization: this.#authorization, ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }

  /** @param root as in `D:propfind`. @param inside as it stands between its tags */
  xml(
    method: string,
    href: string,
    root: string,
    inside: string,
    headers: Record<string, string> = {},
  ): Promise<DavAnswer> {
    const [name = ''] = root.split(' ');
    return this.send(method, href, {
      headers: { 'Content-Type': 'application/xml', ...headers },
      body: `<?xml version="1.0"?><${root} ${NAMESPACES}>${inside}</${name}>`,
    });
  }

  /** @param properties as in `D:displayname` */
  async propfind(href: string, properties: readonly string[], depth: 0 | 1 = 0): Promise<Told[]> {
    const prop = properties.map((name) => `<${name}/>`).join('');
    const answer = await this.xml('PROPFIND', href, 'D:propfind', `<D:prop>${prop}</D:prop>`, {
      Depth: String(depth),
    });
    if (answer.status !== 207) throw new Error(`PROPFIND ${href}: ${answer.status} ${answer.text}`);
    return toldBy(answer);
  }

  async report(href: string, root: string, inside: string, depth: 0 | 1 = 1): Promise<Told[]> {
    const answer = await this.xml('REPORT', href, root, inside, { Depth: String(depth) });
    if (answer.status !== 207) throw new Error(`REPORT ${href}: ${answer.status} ${answer.text}`);
    return toldBy(answer);
  }

  put(
    href: string,
    text: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ): Promise<DavAnswer> {
    return this.send('PUT', href, {
      headers: { 'Content-Type': 'text/calendar; charset=utf-8', ...headers },
      body: text,
    });
  }

  get(href: string): Promise<DavAnswer> {
    return this.send('GET', href);
  }

  delete(href: string, headers: Record<string, string> = {}): Promise<DavAnswer> {
    return this.send('DELETE', href, { headers });
  }
}

export function toldBy({ text }: DavAnswer): Told[] {
  return childrenOf(parseXml(text), D('response')).map((response) => {
    const found = new Map<XmlName, XmlElement>();
    const missing: XmlName[] = [];
    for (const propstat of childrenOf(response, D('propstat'))) {
      const properties = elementsIn(childOf(propstat, D('prop')) as XmlElement);
      for (const property of properties)
        if (statusIn(propstat) === 200) found.set(property.name, property);
        else missing.push(property.name);
    }
    return {
      href: textIn(childOf(response, D('href')) as XmlElement),
      status: statusIn(response),
      found,
      missing,
    };
  });
}

function statusIn(element: XmlElement): number | null {
  const status = childOf(element, D('status'));
  return status ? Number(textIn(status).split(' ')[1]) : null;
}

/** The token at the end of a sync-collection. */
export const tokenIn = ({ text }: DavAnswer): string =>
  textIn(childOf(parseXml(text), D('sync-token')) as XmlElement);

/** The precondition of a DAV:error, by its name. */
export const conditionIn = ({ text }: DavAnswer): XmlName | undefined =>
  text === '' ? undefined : elementsIn(parseXml(text))[0]?.name;

export const textOfProperty = (told: Told | undefined, name: XmlName): string | undefined => {
  const property = told?.found.get(name);
  return property && textIn(property);
};

/** The addresses in a property. */
export const hrefsIn = (told: Told | undefined, name: XmlName): string[] => {
  const property = told?.found.get(name);
  return property ? childrenOf(property, D('href')).map(textIn) : [];
};
