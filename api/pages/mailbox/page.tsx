import { Notice } from '../components/notice.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import type { Again } from '../forms/submitted.ts';
import { Layout } from '../layout.tsx';
import { pathTo } from '../render.tsx';
import type { ReaderZone } from '../time/zone.ts';
import { LetterCard } from './letter-card.tsx';
import { answerable, type Letter } from './letter.ts';
import type { MailboxPerson } from './reader.ts';
import type { SaidWords } from './said.ts';

export interface MailboxPageProps {
  productName: string;
  people: readonly MailboxPerson[];
  /** Whose mail is open. */
  person: string | null;
  /** Oldest first. */
  letters: readonly Letter[];
  zone: ReaderZone;
  /** What has just been sent, or why nothing could be. */
  said?: SaidWords | undefined;
  /** The proposal of a new time that could not be read, under the letter of this id. */
  again?: { id: string; form: Again } | undefined;
  /** MAIL_AUTH is not off. */
  sendersChecked: boolean;
}

/** Everybody's mail, with the buttons of a calendar program. */
export function MailboxPage(props: MailboxPageProps) {
  const { productName, people, person, letters, zone, said, again, sendersChecked } = props;
  const open = answerable(letters);
  return (
    <Layout
      title="Mailbox"
      productName={productName}
      wide
      foot="Mail that leaves Parley in the embedded mode ends here."
    >
      <div class="stack-l">
        <div class="heading">
          <p class="badge warn">Embedded mode only</p>
          <h1>Mailbox</h1>
          <p class="lead">
            What each person receives, and the buttons of a calendar program. They answer with real mail.
          </p>
          {!sendersChecked && (
            <p class="muted small">
              Senders are not checked here: mail is believed whoever it is from.{' '}
              <code>MAIL_AUTH=enforce</code> checks them, as in production.
            </p>
          )}
        </div>
        {said && (
          <Notice kind={said.kind} title={said.title}>
            <p>{said.text}</p>
          </Notice>
        )}
        {people.length === 0 ? (
          <Empty />
        ) : (
          <div class="mail">
            <div class="sheet stack">
              <nav aria-label="People">
                <ul class="people">
                  {people.map(({ address, count }) => (
                    <li>
                      <a
                        href={pathTo('/dev/mailbox', { to: address, zone: chosen(zone) })}
                        aria-current={address === person ? 'page' : undefined}
                      >
                        <span>{address}</span>
                        <span class="muted small">
                          {count}
                          <span class="visually-hidden"> {count === 1 ? 'mail' : 'mails'}</span>
                        </span>
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
              <div class="divided">
                <ZoneForm action="/dev/mailbox" zone={zone} fields={person === null ? {} : { to: person }} />
              </div>
            </div>
            <div>
              {letters.length === 0 && <p class="sheet muted">No mail for {person}.</p>}
              {[...letters].reverse().map((letter) => (
                <LetterCard
                  letter={letter}
                  zone={zone.name}
                  canAnswer={open.has(letter.id)}
                  again={again?.id === letter.id ? again.form : undefined}
                />
              ))}
            </div>
          </div>
        )}
      </div>
    </Layout>
  );
}

const chosen = (zone: ReaderZone): string | undefined => (zone.source === 'chosen' ? zone.name : undefined);

const Empty = () => (
  <div class="sheet stack">
    <h2>No mail yet</h2>
    <p>
      Book a meeting, and its two invitations appear here. The command that does it was printed when Parley
      started; it also stands in the <a href="/docs">API’s description</a>.
    </p>
    <div class="actions">
      <a class="button quiet" href="/dev/mailbox">
        Look again
      </a>
    </div>
  </div>
);
