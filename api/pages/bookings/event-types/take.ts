import { randomUUID } from 'node:crypto';
import { changeEventType } from '../../../../commands/event-types/change-event-type.ts';
import { createEventType } from '../../../../commands/event-types/create-event-type.ts';
import { TooManyEventTypes } from '../../../../commands/event-types/refusals.ts';
import { InvalidInput } from '../../../../commands/invalid-input.ts';
import { SlugTaken } from '../../../../domain/booking/slug-taken.ts';
import { slugOf } from '../../../../domain/booking/slug.ts';
import { newEventType } from '../../../routes/event-types/schema.ts';
import { isUuid } from '../../../routes/fields.ts';
import { typedIn, type FieldError } from '../../forms/submitted.ts';
import { readerOf } from '../../reader.ts';
import { idIn, type Take } from '../doors.ts';
import { EVENT_TYPES } from '../paths.ts';
import { goOn } from '../show.ts';
import { fieldAt, readEventType, wrongField } from './read.ts';
import { showNew, showType } from './show.tsx';

/** Makes one, and leads to its settings. */
export const makeType: Take = async (ctx, deps, actor, form) => {
  const { t } = readerOf(ctx, deps.texts);
  const typed = typedIn(form);
  const lengths = (typed.lengths ?? '').split(/[,;\s、]+/).filter((part) => part !== '');
  const read = newEventType.safeParse({
    title: typed.title,
    slug: typed.slug || (slugOf(typed.title ?? '') ?? ''),
    lengthsMinutes: lengths.map(Number),
  });
  const refuse = (errors: FieldError[]) => showNew(ctx, deps, actor, { typed, errors });
  if (!read.success)
    return refuse(
      [...new Set(read.error.issues.map(({ path }) => fieldAt(path)))].map((field) => wrongField(field, t)),
    );
  // The same form sent twice makes one.
  const id = isUuid(typed.id ?? '') ? (typed.id ?? '').toLowerCase() : randomUUID();
  const { tenantId, principalId } = actor;
  try {
    await createEventType(deps, actor, { ...read.data, id, tenantId, ownerId: principalId });
  } catch (error) {
    if (error instanceof SlugTaken) return refuse([{ field: 'slug', text: t('page.host.done.taken') }]);
    if (error instanceof TooManyEventTypes)
      return refuse([{ field: 'title', text: t('page.host.done.tooMany') }]);
    if (error instanceof InvalidInput) return refuse([wrongField(fieldAt(error.field.split('.')), t)]);
    throw error;
  }
  goOn(ctx, `${EVENT_TYPES}/${id}`, { done: 'made' });
};

/** Saves all settings of one. */
export const saveType: Take = async (ctx, deps, actor, form) => {
  const { t } = readerOf(ctx, deps.texts);
  const id = idIn(ctx, 'The event type');
  const typed = typedIn(form);
  const refuse = (errors: FieldError[]) => showType(ctx, deps, actor, id, { again: { typed, errors } });
  const read = readEventType(typed, t);
  if ('errors' in read) return refuse(read.errors);
  try {
    await changeEventType(deps, actor, { tenantId: actor.tenantId, id }, read);
  } catch (error) {
    if (error instanceof SlugTaken) return refuse([{ field: 'slug', text: t('page.host.done.taken') }]);
    if (error instanceof InvalidInput) return refuse([wrongField(fieldAt(error.field.split('.')), t)]);
    throw error;
  }
  goOn(ctx, `${EVENT_TYPES}/${id}`, { done: 'saved' });
};
