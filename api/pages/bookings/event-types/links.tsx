import type { BookingLink, EventType } from '../../../../queries/event-types.ts';
import { formatInstant } from '../../../../adapters/texts/times.ts';
import { Notice } from '../../components/notice.tsx';
import { Button } from '../../forms/button.tsx';
import { Choice } from '../../forms/choice.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import { CopyField } from '../copy-field.tsx';
import { EVENT_TYPES } from '../paths.ts';

interface LinksProps {
  eventType: EventType;
  links: readonly BookingLink[];
  /** Of the one that was made just now: it is shown this once. */
  url: string | null;
  form: string;
  timezone: string;
  /** YYYY-MM-DD */
  today: string;
  nowMs: number;
}

/** Links that open an event type which is not open to all, or open one once. */
export function Links({ eventType, links, url, form, timezone, today, nowMs }: LinksProps) {
  const { t } = useReader();
  const action = `${EVENT_TYPES}/${eventType.id}/links`;
  const isSecret = eventType.access === 'secret';
  return (
    <section class="sheet stack" id="links">
      <h2>{t('page.host.links.heading')}</h2>
      <p class="muted">{t(isSecret ? 'page.host.links.leadSecret' : 'page.host.links.lead')}</p>
      {url !== null && (
        <Notice kind="good" title={t('page.host.links.made')}>
          <CopyField id="made-link" label={t('page.host.links.once')} value={url} />
        </Notice>
      )}
      {links.length > 0 && (
        <ul class="entries">
          {links.map((link) => (
            <Link link={link} {...{ action, form, timezone, nowMs }} />
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
          <Button look="quiet" name="do" value="make">
            {t('page.host.links.make')}
          </Button>
        </div>
      </Form>
    </section>
  );
}

interface LinkProps extends Pick<LinksProps, 'form' | 'timezone' | 'nowMs'> {
  link: BookingLink;
  action: string;
}

function Link({ link, action, form, timezone, nowMs }: LinkProps) {
  const reader = useReader();
  const { t } = reader;
  const { id, label, singleUse, expiresAt, used, revokedAt, createdAt } = link;
  const made = formatInstant(createdAt.getTime(), timezone, reader, 'shortDate');
  const name = label === '' ? t('page.host.links.nameless', { day: made }) : label;
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
        <Form action={action} carried={{ form, id }} class="actions">
          <Button look="quiet compact" name="do" value="close">
            {t('page.host.links.close')} <span class="visually-hidden">{name}</span>
          </Button>
        </Form>
      )}
    </li>
  );
}
