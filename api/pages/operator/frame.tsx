import type { ComponentChildren } from 'preact';
import { roomScript } from '../design/assets.ts';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { Layout } from '../layout.tsx';
import { Live } from '../rooms/live.tsx';
import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import { OPERATOR } from './paths.ts';

export type Section = 'overview' | 'mail' | 'feeds' | 'webhooks' | 'meetings';

const PATHS: Record<Section, string> = {
  overview: OPERATOR,
  mail: `${OPERATOR}/mail`,
  feeds: `${OPERATOR}/feeds`,
  webhooks: `${OPERATOR}/webhooks`,
  meetings: `${OPERATOR}/meetings`,
};

interface OperatorPageProps {
  productName: string;
  section: Section;
  title: string;
  /** Proves that a form is of this session's own pages. */
  form: string;
  /** What the last form did, and what stands above all else. */
  said?: ComponentChildren;
  /** Of the server; absent: the page shows what was asked for once. */
  nowMs?: number;
  children: ComponentChildren;
}

/** How often a page is loaded anew where no script runs, in seconds. */
const REFRESH_SECONDS = 30;

/** The frame of an operator's pages; what is in it follows what happens. */
export function OperatorPage({
  productName,
  section,
  title,
  form,
  said,
  nowMs,
  children,
}: OperatorPageProps) {
  const { t } = useReader();
  return (
    <Layout
      title={title}
      productName={productName}
      wide
      head={nowMs !== undefined && <Following />}
      foot={t(nowMs === undefined ? 'page.operator.times' : 'page.operator.live')}
    >
      <div class="stack-l">
        <div class="operator-head">
          <Sections current={section} />
          <Form action={`${OPERATOR}/sign-out`} carried={{ form }}>
            <Button look="quiet compact">{t('page.operator.signOut')}</Button>
          </Form>
        </div>
        <h1>{title}</h1>
        {said}
        {nowMs === undefined ? (
          children
        ) : (
          <Live events={null} poll version="" nowMs={nowMs}>
            {children}
          </Live>
        )}
      </div>
    </Layout>
  );
}

const Following = () => (
  <>
    <script type="module" src={roomScript.url} />
    <noscript>
      <meta http-equiv="refresh" content={String(REFRESH_SECONDS)} />
    </noscript>
  </>
);

function Sections({ current }: { current: Section }) {
  const { t, chosen } = useReader();
  return (
    <nav aria-label={t('page.operator.sections')}>
      <ul class="sections">
        {Object.entries(PATHS).map(([section, path]) => (
          <li>
            <a href={pathTo(path, { lang: chosen })} aria-current={section === current ? 'page' : undefined}>
              {t(`page.operator.${section as Section}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
