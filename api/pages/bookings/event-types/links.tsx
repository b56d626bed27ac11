import type { BookingLink, EventType } from '../../../../queries/event-types.ts';
import type { Wording } from '../../../../adapters/texts/texts.ts';
import { formatInstant, formatMoment } from '../../../../adapters/texts/times.ts';
import { Button } from '../../forms/button.tsx';
import { Choice } from '../../forms/choice.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { EVENT_TYPES } from '../paths.ts';

interface LinksProps {
  eventType: EventType;
  links: readonly BookingLink[];
  form: string;
  timezone: string;
  /** YYYY-MM-DD */
  today: string;
  nowMs: number;
}

/** Links that open an event type which is not open to all, or open one once. */
export function Links({ eventType, links, form, timezone, today, nowMs }: LinksProps) {
  const { t } = useReader();
  const action = `${EVENT_TYPES}/${eventType.id}/links`;
  const isSecret = eventType.access === 'secret';
  return (
    <section class="sheet stack" id="links">
      <h2>{t('page.host.links.heading')}</h2>
      <p class="muted">{t(isSecret ? 'page.host.links.leadSecret' : 'page.host.links.lead')}</p>
      {links.length > 0 && (
        <ul class="entries">
          {links.map((link) => (
            <Link link={link} {...{ action, timezone, nowMs }} />
          ))}
        </ul>
      )}
      <Form action={action} class="stack divided" carried={{ form }}>
        <Field
          name="label"
          label={t('page.host.links.label')}
          hint={t('page.host.links.labelHint')}
          maxLength={200}
          autocomplete="off"
        />
        {isSecret ? (
          <Choice
            type="checkbox"
            name="once"
            value="yes"
            label={t('page.host.links.single')}
            checked={false}
          />
        ) : (
          <input type="hidden" name="once" value="yes" />
        )}
        <Field
          name="until"
          type="date"
          min={today}
          label={t('page.host.links.until')}
          hint={t('page.host.links.untilHint')}
        />
        <div class="actions">
          <Button look="quiet">{t('page.host.links.make')}</Button>
        </div>
      </Form>
    </section>
  );
}

interface LinkProps extends Pick<LinksProps, 'timezone' | 'nowMs'> {
  link: BookingLink;
  action: string;
}

/** What its maker calls a link; one without a note, by when it was made. */
export const linkName = ({ label, createdAt }: BookingLink, timezone: string, reader: Wording): string =>
  label === ''
    ? reader.t('page.host.links.nameless', {
        when: formatMoment(createdAt.getTime(), timezone, reader, 'shortDate'),
      })
    : label;

function Link({ link, action, timezone, nowMs }: LinkProps) {
  const reader = useReader();
  const { t, chosen } = reader;
  const { id, singleUse, expiresAt, used, revokedAt } = link;
  const name = linkName(link, timezone, reader);
  const state = revokedAt
    ? 'closed'
    : used && singleUse
      ? 'used'
      : expiresAt && expiresAt.getTime() <= nowMs
        ? 'expired'
        : 'open';
  return (
    <li class="operated">
      <div class="operated-head">
        <strong>{name}</strong>
        <span class={state === 'open' ? 'badge good' : 'badge'}>{t(`page.host.links.${state}`)}</span>
      </div>
      {singleUse && <span class="small muted">{t('page.host.links.single')}</span>}
      {expiresAt && (
        <span class="small muted">
          {t('page.host.links.until')}: {formatInstant(expiresAt.getTime(), timezone, reader, 'shortDate')}
        </span>
      )}
      {state === 'open' && (
        <div class="actions">
          <a class="button quiet compact" href={pathTo(`${action}/${id}/close`, { lang: chosen })}>
            {t('page.host.links.close')} <span class="visually-hidden">{name}</span>
          </a>
        </div>
      )}
    </li>
  );
}
