import type { XmlElement } from '../../../adapters/xml/element.ts';
import type { DavRequest } from '../request.ts';
import type { Resource } from '../resource.ts';

/** Answers a REPORT of one kind (RFC 3253 §3.6). */
export type Report = (request: DavRequest, body: XmlElement, resource: Resource) => Promise<void>;
