import { Layout } from '../layout.tsx';
import { useReader } from '../reader.ts';

interface HomePageProps {
  productName: string;
  /** The embedded mode's mailbox is there. */
  mailbox: boolean;
}

/** What this is, for somebody who came without a link. */
export function HomePage({ productName, mailbox }: HomePageProps) {
  const { t } = useReader();
  return (
    <Layout title={t('page.home.title')} productName={productName}>
      <div class="sheet stack-l">
        <div class="heading">
          <h1>{t('page.home.heading')}</h1>
          <p class="lead">{t('page.home.lead')}</p>
        </div>
        <ul class="links">
          {mailbox && <Door href="/dev/mailbox" what="mailbox" />}
          <Door href="/rooms" what="rooms" />
          <Door href="/operator" what="operator" />
          <Door href="/docs" what="api" />
          <Door href="/openapi.json" what="openapi" />
        </ul>
        <p class="muted">{t('page.home.invited')}</p>
      </div>
    </Layout>
  );
}

function Door({ href, what }: { href: string; what: 'mailbox' | 'rooms' | 'operator' | 'api' | 'openapi' }) {
  const { t } = useReader();
  return (
    <li>
      <a href={href}>
        <strong>{t(`page.home.${what}.title`)}</strong>
        <span>{t(`page.home.${what}.text`)}</span>
      </a>
    </li>
  );
}
