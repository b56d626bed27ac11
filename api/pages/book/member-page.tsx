import type { Context } from 'koa';
import { memberBookingPage, type BookingMember, type EventType } from '../../../queries/guest-pages.ts';
import type { ApiDeps } from '../../deps.ts';
import { Layout } from '../layout.tsx';
import { readerOf, useReader } from '../reader.ts';
import { pathTo, sendPage } from '../render.tsx';
import { lengthWords } from './words.ts';

/** What can be booked with a member. @throws NotPermitted */
export async function showMember(ctx: Context, deps: ApiDeps, slug: string): Promise<void> {
  const { member, eventTypes } = await memberBookingPage(deps, slug);
  const reader = readerOf(ctx, deps.texts, { tenant: member.tenantLanguage });
  sendPage(ctx, reader, <MemberPage member={member} eventTypes={eventTypes} />);
}

function MemberPage({ member, eventTypes }: { member: BookingMember; eventTypes: readonly EventType[] }) {
  const { t } = useReader();
  const title = t('page.book.member.title', named(member));
  return (
    <Layout title={title} productName={member.tenantProductName}>
      <div class="sheet stack-l">
        <div class="heading">
          <h1>{title}</h1>
          <p class="lead">
            {t(eventTypes.length === 0 ? 'page.book.member.empty' : 'page.book.member.lead')}
          </p>
        </div>
        {eventTypes.length > 0 && (
          <ul class="links">
            {eventTypes.map((eventType) => (
              <Bookable member={member} eventType={eventType} />
            ))}
          </ul>
        )}
      </div>
    </Layout>
  );
}

function Bookable({ member, eventType }: { member: BookingMember; eventType: EventType }) {
  const reader = useReader();
  const { title, lengthsMinutes, description } = eventType;
  return (
    <li>
      <a href={pathTo(`/book/${member.slug}/${eventType.slug}`, { lang: reader.chosen })}>
        <strong>{title}</strong>
        <span>{lengthsMinutes.map((minutes) => lengthWords(minutes, reader)).join(' · ')}</span>
        {description !== '' && <span class="about">{description}</span>}
      </a>
    </li>
  );
}

const named = ({ name }: BookingMember) => ({ named: name ? 'yes' : 'no', name: name ?? '' });
