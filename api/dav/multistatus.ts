import { STATUS_CODES } from 'node:http';
import type { Context } from 'koa';
import { element, type XmlElement } from '../../adapters/xml/element.ts';
import { writeXml } from '../../adapters/xml/write.ts';
import { D, PREFIXES } from './names.ts';

export const XML_TYPE = 'application/xml; charset=utf-8';

export const statusLine = (status: number): string => `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`;

export const statusElement = (status: number): XmlElement => element(D('status'), statusLine(status));

/** Some properties of one resource, by how they fared. */
export interface Propstat {
  status: number;
  properties: readonly XmlElement[];
  condition?: XmlElement | undefined;
}

export const propstatElement = ({ status, properties, condition }: Propstat): XmlElement =>
  element(D('propstat'), [
    element(D('prop'), properties),
    statusElement(status),
    condition ? element(D('error'), [condition]) : null,
  ]);

/** What is said of one resource of several (RFC 4918 §14.24). */
export const responseOf = (href: string, propstats: readonly Propstat[]): XmlElement =>
  element(D('response'), [element(D('href'), href), ...propstats.map(propstatElement)]);

/** Of a resource as a whole. */
export const statusOf = (href: string, status: number, condition?: XmlElement): XmlElement =>
  element(D('response'), [
    element(D('href'), href),
    statusElement(status),
    condition ? element(D('error'), [condition]) : null,
  ]);

export const multistatus = (responses: readonly XmlElement[], more: readonly XmlElement[] = []): XmlElement =>
  element(D('multistatus'), [...responses, ...more]);

export function answerXml(ctx: Context, status: number, body: XmlElement): void {
  ctx.status = status;
  ctx.type = XML_TYPE;
  ctx.body = writeXml(body, PREFIXES);
}
