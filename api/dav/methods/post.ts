import { element, type XmlElement } from '../../../adapters/xml/element.ts';
import { readMessage, sendMessage } from '../../../commands/calendars/scheduling/send-message.ts';
import { usersIn } from '../../../domain/itip/broker/users.ts';
import { collectionFor, principalOf } from '../../../queries/calendars/collections.ts';
import { DavError } from '../dav-error.ts';
import { located } from '../locate.ts';
import { answerXml } from '../multistatus.ts';
import { C, D } from '../names.ts';
import { calendarText, type DavRequest } from '../request.ts';
import { answerFreeBusy } from './post-free-busy.ts';
import { requestStatus, uriOf, type RecipientAnswer } from './request-status.ts';

/**
 * POST to an outbox (RFC 6638 §5): asks when others are free, or sends a message that a program made by itself. To an inbox: the same,
 * to its owner alone.
 */
export async function post(request: DavRequest): Promise<void> {
  const { deps, member } = request;
  const resource = await located(request);
  if (resource.kind !== 'collection' || resource.collection.kind === 'calendar') throw new DavError(405);
  const message = readMessage(await calendarText(request));
  const isOutbox = resource.collection.kind === 'outbox';
  const outbox = isOutbox
    ? resource.collection
    : await collectionFor(deps, member, { principalId: member.principalId, segment: 'outbox' });
  if (!outbox) throw new DavError(403);
  if (message.component === 'VFREEBUSY' && message.method === 'REQUEST')
    return answerWith(request, await answerFreeBusy(request, outbox, message));
  const owner = isOutbox ? null : await principalOf(deps, member, resource.collection.principalId);
  const to = owner && usersIn(message.calendar).find((user) => isOf(owner, user));
  if (owner && !to) throw new DavError(403);
  const statuses = await sendMessage(deps, { outbox, message, ...(to ? { to } : {}) });
  answerWith(
    request,
    [...statuses].map(([recipient, code]) => ({ recipient: uriOf(recipient), status: requestStatus(code) })),
  );
}

const isOf = ({ addresses }: { addresses: readonly { address: string }[] }, user: string): boolean =>
  addresses.some(({ address }) => address.toLowerCase() === user);

function answerWith({ ctx }: DavRequest, answers: readonly RecipientAnswer[]): void {
  const responses = answers.map(({ recipient, status, data }): XmlElement =>
    element(C('response'), [
      element(C('recipient'), [element(D('href'), recipient)]),
      element(C('request-status'), status),
      data === undefined ? null : element(C('calendar-data'), data),
    ]),
  );
  answerXml(ctx, 200, element(C('schedule-response'), responses));
}
