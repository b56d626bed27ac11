import { element, type XmlElement, type XmlName } from '../../adapters/xml/element.ts';
import { D } from './names.ts';

/**
 * A request that is answered with a DAV:error (RFC 4918 §16): which precondition or postcondition was not met, where one has
 * a name.
 */
export class DavError extends Error {
  readonly status: number;
  readonly condition: XmlElement | null;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, condition: XmlElement | null = null, headers: Record<string, string> = {}) {
    super(`${status} ${condition?.name ?? ''}`);
    this.name = 'DavError';
    this.status = status;
    this.condition = condition;
    this.headers = headers;
  }
}

/** @param name of a precondition. @param hrefs of the resources that are in the way */
export const conditionFailed = (name: XmlName, status = 403, hrefs: readonly string[] = []): DavError =>
  new DavError(
    status,
    element(
      name,
      hrefs.map((href) => element(D('href'), href)),
    ),
  );

export const notThere = (): DavError => new DavError(404);

/** @param href whose. @param privilege what is missing, by its name (RFC 3744 §7.1.1) */
export const needsPrivilege = (href: string, privilege: XmlName): DavError =>
  new DavError(
    403,
    element(D('need-privileges'), [
      element(D('resource'), [element(D('href'), href), element(D('privilege'), [element(privilege)])]),
    ]),
  );
