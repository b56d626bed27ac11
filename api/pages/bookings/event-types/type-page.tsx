import type { BookingLink, EventType } from '../../../../queries/event-types.ts';
import { Notice } from '../../components/notice.tsx';
import { Button } from '../../forms/button.tsx';
import { Form } from '../../forms/form.tsx';
import type { Again } from '../../forms/submitted.ts';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { CopyField } from '../copy-field.tsx';
import { pathOf } from '../days/tabs.tsx';
import { Done, HostPage, type HostFrame } from '../frame.tsx';
import { AVAILABILITY, EVENT_TYPES, WHY } from '../paths.ts';
import type { Choosable } from './choosable.ts';
import { Links } from './links.tsx';
import { SettingsForm } from './settings-form.tsx';

interface TypePageProps extends HostFrame {
  eventType: EventType;
  slug: string | null;
  publicUrl: string;
  timezone: string;
  today: string;
  nowMs: number;
  links: readonly BookingLink[];
  /** Of a link that was made just now: it is shown this once. */
  url: string | null;
  choosable: Choosable;
  again: Again;
  done: string;
}

/** One event type: its switch, its addresses, all its settings, and its links. */
export function TypePage(props: TypePageProps) {
  const { eventType, slug, publicUrl, again, done, timezone, choosable, ...rest } = props;
  const { form, productName, links, url, today, nowMs } = rest;
  const { t, chosen } = useReader();
  const { id, active, access } = eventType;
  const path = `${EVENT_TYPES}/${id}`;
  const address = slug === null ? null : `${slug}/${eventType.slug}`;
  const to = (where: string) => pathTo(where, { of: id, lang: chosen });
  return (
    <HostPage
      {...{ form, productName }}
      section="types"
      title={eventType.title}
      said={
        url === null ? (
          again.errors.length === 0 && <Done done={done} />
        ) : (
          <Notice kind="good" title={t('page.host.links.made')}>
            <CopyField id="made-link" label={t('page.host.links.once')} value={url} />
          </Notice>
        )
      }
    >
      <section class="sheet stack">
        <p>
          <span class={active ? 'badge good' : 'badge'}>
            {t(active ? 'page.host.types.on' : 'page.host.types.off')}
          </span>
        </p>
        {access === 'secret' && (
          <p>
            {t('page.host.links.onlyBy')} <a href="#links">{t('page.host.links.toLinks')}</a>
          </p>
        )}
        {address !== null && access === 'public' && (
          <CopyField
            id="address"
            label={t('page.host.start.address')}
            value={`${publicUrl}/book/${address}`}
          />
        )}
        {address !== null && access === 'public' && eventType.embedOrigins.length > 0 && (
          <CopyField
            id="embed-tag"
            label={t('page.host.types.embed')}
            value={`<script src="${publicUrl}/book/embed.js" data-parley="${address}" async></script>`}
          />
        )}
        <ul class="links">
          <li>
            <a href={to(AVAILABILITY)}>
              <strong>{t('page.host.tab.hours')}</strong>
              <span>
                {t(eventType.scheduleId === null ? 'page.host.hours.inherits' : 'page.host.hours.isOwn')}
              </span>
            </a>
          </li>
          <li>
            <a href={to(pathOf('dates'))}>
              <strong>{t('page.host.tab.dates')}</strong>
            </a>
          </li>
          <li>
            <a href={to(pathOf('vacations'))}>
              <strong>{t('page.host.tab.vacations')}</strong>
            </a>
          </li>
          <li>
            <a href={to(WHY)}>
              <strong>{t('page.host.section.why')}</strong>
            </a>
          </li>
        </ul>
        <Form action={`${path}/switch`} carried={{ form, active: active ? '' : 'yes' }} class="actions">
          <Button look="quiet">{t(active ? 'page.host.types.turnOff' : 'page.host.types.turnOn')}</Button>
          <a class="button quiet" href={pathTo(`${path}/delete`, { lang: chosen })}>
            {t('page.host.delete')}
          </a>
        </Form>
      </section>
      <SettingsForm action={path} {...{ form, again, choosable, timezone }} />
      {access !== 'key' && <Links {...{ eventType, links, form, timezone, today, nowMs }} />}
    </HostPage>
  );
}
