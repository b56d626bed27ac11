import type { ComponentChildren } from 'preact';
import { Notice } from '../components/notice.tsx';
import { hostScript } from '../design/assets.ts';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { Layout } from '../layout.tsx';
import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import { CALENDARS } from '../calendars/paths.ts';
import { AVAILABILITY, BOOKINGS, EVENT_TYPES, LIST, WHY } from './paths.ts';

export type Section = 'start' | 'bookings' | 'availability' | 'types' | 'why' | 'calendars';

const PATHS: Record<Section, string> = {
  start: BOOKINGS,
  bookings: LIST,
  availability: AVAILABILITY,
  types: EVENT_TYPES,
  why: WHY,
  calendars: CALENDARS,
};

/** What every page of a host knows of its reader. */
export interface HostFrame {
  productName: string;
  /** Proves that a form is of this session's own pages. */
  form: string;
}

interface HostPageProps extends HostFrame {
  section: Section;
  title: string;
  /** What the last form did, and what stands above all else. */
  said?: ComponentChildren;
  /** Who sees what, where that is not as everywhere. */
  foot?: string;
  children: ComponentChildren;
}

/** The frame of a host's pages. */
export function HostPage({ productName, form, section, title, said, foot, children }: HostPageProps) {
  const { t, chosen } = useReader();
  return (
    <Layout
      title={title}
      productName={productName}
      wide
      {...(foot === undefined ? {} : { foot })}
      head={<script type="module" src={hostScript.url} />}
    >
      <div class="stack-l">
        <div class="operator-head">
          <nav aria-label={t('page.host.sections')}>
            <ul class="sections">
              {Object.entries(PATHS).map(([name, path]) => (
                <li>
                  <a
                    href={pathTo(path, { lang: chosen })}
                    aria-current={name === section ? 'page' : undefined}
                  >
                    {t(
                      name === 'calendars'
                        ? 'page.calendars.section'
                        : `page.host.section.${name as Exclude<Section, 'calendars'>}`,
                    )}
                  </a>
                </li>
              ))}
              <li>
                <a href={pathTo('/rooms', { lang: chosen })}>{t('page.host.section.rooms')}</a>
              </li>
            </ul>
          </nav>
          <Form action="/rooms/sign-out" carried={{ form }}>
            <Button look="quiet compact">{t('page.rooms.signOut')}</Button>
          </Form>
        </div>
        <h1>{title}</h1>
        {said}
        {children}
      </div>
    </Layout>
  );
}

const GOOD = [
  ...(['saved', 'made', 'deleted', 'restored'] as const),
  ...(['moved', 'cancelled', 'reassigned', 'approved', 'declined'] as const),
] as const;

/** What a form did. @param done as the address says it */
export function Done({ done }: { done: string }) {
  const { t } = useReader();
  const good = GOOD.find((one) => one === done);
  if (good) return <Notice kind="good" title={t(`page.host.done.${good}`)} />;
  if (done === 'inUse' || done === 'taken' || done === 'tooMany' || done === 'linkPast')
    return <Notice kind="warn" title={t(`page.host.done.${done}`)} />;
  return null;
}
