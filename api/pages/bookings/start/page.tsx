import { LIMIT_PERIODS, MOST_OF_LIMIT, type Limit } from '../../../../domain/availability/limits.ts';
import { slugOf } from '../../../../domain/booking/slug.ts';
import type { ProfileOf } from '../../../../queries/availability.ts';
import type { EventType } from '../../../../queries/event-types.ts';
import { ZoneField } from '../../components/zone-picker.tsx';
import { Button } from '../../forms/button.tsx';
import { Field } from '../../forms/field.tsx';
import { Form, useForm } from '../../forms/form.tsx';
import type { Again } from '../../forms/submitted.ts';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { CopyField } from '../copy-field.tsx';
import { CALENDARS } from '../../calendars/paths.ts';
import { NumberField } from '../event-types/parts.tsx';
import { TypeList } from '../event-types/type-list.tsx';
import { Done, HostPage, type HostFrame } from '../frame.tsx';
import { AVAILABILITY, BOOKINGS, EVENT_TYPES, LIST, WHY } from '../paths.ts';
import { LIMIT_FIELDS, PROFILE_FORM } from './form.ts';

interface StartPageProps extends HostFrame, ProfileOf {
  eventTypes: readonly EventType[];
  publicUrl: string;
  operates: boolean;
  done: string;
  again?: Again | undefined;
}

/** Where a host begins: their own page, what can be booked on it, and what is still missing. */
export function StartPage({
  member,
  profile,
  eventTypes,
  publicUrl,
  operates,
  done,
  again,
  ...frame
}: StartPageProps) {
  const { t, chosen } = useReader();
  return (
    <HostPage
      {...frame}
      section="start"
      title={t('page.host.start.title')}
      said={!again && <Done done={done} />}
    >
      {profile && (
        <section class="sheet stack">
          <h2>{t('page.host.start.own')}</h2>
          <CopyField
            id="own-page"
            label={t('page.host.start.address')}
            value={`${publicUrl}/book/${profile.slug}`}
          />
          <p>
            <a href={pathTo(`/book/${profile.slug}`, { lang: chosen })}>{t('page.host.start.look')}</a>
          </p>
        </section>
      )}
      <section class="sheet stack">
        <h2>{t('page.host.section.types')}</h2>
        {eventTypes.length === 0 ? (
          <p>{t('page.host.types.empty')}</p>
        ) : (
          <TypeList eventTypes={eventTypes} slug={profile?.slug ?? null} publicUrl={publicUrl} />
        )}
        <div class="actions">
          <a class="button" href={pathTo(`${EVENT_TYPES}/new`, { lang: chosen })}>
            {t('page.host.types.new')}
          </a>
        </div>
      </section>
      <section class="sheet stack">
        <h2>{t(profile ? 'page.host.start.profile' : 'page.host.start.begin')}</h2>
        {!profile && <p>{t('page.host.start.beginLead')}</p>}
        <Form
          action={BOOKINGS}
          class="stack"
          of={PROFILE_FORM}
          again={again}
          carried={{ form: frame.form }}
          novalidate
        >
          <Field
            name="slug"
            label={t('page.host.start.slug')}
            hint={t('page.host.start.slugHint', { address: `${publicUrl}/book/…` })}
            value={profile?.slug ?? slugOf(member.name ?? '') ?? ''}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
          />
          {!profile?.timezoneConfirmed && <p>{t('page.host.start.confirmZone')}</p>}
          <ZoneField
            label={t('page.host.start.zone')}
            value={profile?.timezoneDetected ?? member.timezone}
            data-zone-guess={profile?.timezoneConfirmed || again ? undefined : ''}
          />
          <MemberLimits limits={profile?.limits ?? []} />
          <div class="actions">
            <Button look={profile?.timezoneConfirmed ? 'quiet' : undefined}>{t('page.host.save')}</Button>
          </div>
        </Form>
      </section>
      <section class="sheet">
        <ul class="links">
          <Lead path={LIST} title={t('page.host.section.bookings')} text={t('page.host.start.list')} />
          <Lead
            path={AVAILABILITY}
            title={t('page.host.section.availability')}
            text={t('page.host.start.hours')}
          />
          <Lead path={WHY} title={t('page.host.section.why')} text={t('page.host.start.why')} />
          <Lead path={CALENDARS} title={t('page.calendars.section')} text={t('page.calendars.startLead')} />
          {operates && (
            <Lead
              path="/operator/webhooks"
              title={t('page.operator.webhooks')}
              text={t('page.host.start.webhooks')}
            />
          )}
        </ul>
      </section>
    </HostPage>
  );
}

/** Across all event types, closed up as long as nobody has set one. */
function MemberLimits({ limits }: { limits: readonly Limit[] }) {
  const { t } = useReader();
  const { again } = useForm();
  const isOpen = limits.length > 0 || (again?.errors ?? []).some(({ field }) => field.startsWith('limit-'));
  return (
    <details open={isOpen}>
      <summary>{t('page.host.start.limits')}</summary>
      <div class="stack">
        <p class="hint">{t('page.host.start.limitsHint')}</p>
        {LIMIT_PERIODS.map((per) => (
          <div class="half">
            {LIMIT_FIELDS.filter((field) => field.per === per).map(({ of, name }) => (
              <NumberField
                name={name}
                label={t('page.host.start.limit', { of, per })}
                min={1}
                max={MOST_OF_LIMIT}
                value={limits.find((one) => one.per === per && one.of === of)?.most.toString()}
              />
            ))}
          </div>
        ))}
      </div>
    </details>
  );
}

function Lead({ path, title, text }: { path: string; title: string; text: string }) {
  const { chosen } = useReader();
  return (
    <li>
      <a href={pathTo(path, { lang: chosen })}>
        <strong>{title}</strong>
        <span>{text}</span>
      </a>
    </li>
  );
}
