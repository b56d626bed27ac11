import { Layout } from '../layout.tsx';

interface HomePageProps {
  productName: string;
  /** The embedded mode's mailbox is there. */
  mailbox: boolean;
}

/** What this is, for somebody who came without a link. */
export const HomePage = ({ productName, mailbox }: HomePageProps) => (
  <Layout title="Meetings by mail" productName={productName}>
    <div class="sheet stack-l">
      <div class="heading">
        <h1>Meetings that arrange themselves, by mail</h1>
        <p class="lead">
          Two people get an invitation, answer it in their own calendars, and ask for another time when it
          does not suit. Nobody needs an account, and neither learns the other’s address.
        </p>
      </div>
      <ul class="links">
        {mailbox && (
          <li>
            <a href="/dev/mailbox">
              <strong>The mailbox</strong>
              <span>Read what each person receives here, and answer for them</span>
            </a>
          </li>
        )}
        <li>
          <a href="/docs">
            <strong>The API</strong>
            <span>Create, book and cancel meetings from your own backend</span>
          </a>
        </li>
        <li>
          <a href="/openapi.json">
            <strong>OpenAPI</strong>
            <span>The same for machines</span>
          </a>
        </li>
      </ul>
      <p class="muted">
        Have you been invited? Then everything you need is in the mail that you received: its links open your
        meeting.
      </p>
    </div>
  </Layout>
);
