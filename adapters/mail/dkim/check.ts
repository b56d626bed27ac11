import { tagsOf, type MailRecord } from './records.ts';

/** The TXT records of a name, each as its strings; rejects with the codes of node:dns. */
export type TxtLookup = (name: string) => Promise<string[][]>;

/** How a record in the DNS stands; `why` is one sentence for a person. */
export interface RecordFinding {
  kind: MailRecord['kind'];
  name: string;
  state: 'right' | 'missing' | 'different' | 'unknown';
  why: string;
}

type Verdict = Pick<RecordFinding, 'state' | 'why'>;

const right = (why: string): Verdict => ({ state: 'right', why });
const missing = (why: string): Verdict => ({ state: 'missing', why });
const different = (why: string): Verdict => ({ state: 'different', why });

/** Looks whether the DNS has the key that mail is signed with. */
export const checkDkim = (wanted: MailRecord, lookUp: TxtLookup): Promise<RecordFinding> =>
  finding('DKIM', wanted.name, async () => {
    const records = await textsAt(wanted.name, lookUp);
    const [only] = records;
    if (only === undefined) return missing('There is no such record: nobody can check our signatures.');
    if (records.length > 1) return different('There is more than one record, so none of them counts.');
    return compareKeys(tagsOf(wanted.value), tagsOf(only));
  });

function compareKeys(wanted: Map<string, string>, found: Map<string, string>): Verdict {
  if (found.has('v') && found.get('v') !== 'DKIM1') return different('It is not a record of version DKIM1.');
  const key = found.get('p')?.replace(/\s/g, '');
  if (key === undefined) return different('It has no key.');
  if (key === '') return different('Its key is empty, which means that it was revoked.');
  if ((found.get('k') ?? 'rsa') !== wanted.get('k')) return different('It is for a key of another type.');
  if (key !== wanted.get('p')) return different('It has another key than the one that we sign with.');
  if (/(^|:)y(:|$)/.test(found.get('t') ?? '')) return right('The key is ours, but marked as a test (t=y).');
  return right('The key is ours.');
}

/** Looks whether the domain says who may send for it (RFC 7208). */
export const checkSpf = (domain: string, lookUp: TxtLookup): Promise<RecordFinding> =>
  finding('SPF', domain, async () => {
    const records = (await textsAt(domain, lookUp)).filter((text) => /^v=spf1( |$)/i.test(text));
    const [only] = records;
    if (only === undefined) return missing('The domain does not say which servers send its mail.');
    if (records.length > 1) return different('There is more than one SPF record, which counts as an error.');
    if (/(^| )\+?all( |$)/i.test(only)) return different('It lets every server in the world send its mail.');
    return right(`It is "${only}"; that it names your mail server is for you to see.`);
  });

/** Looks whether the domain, or one above it, says what to do with forged mail (RFC 7489 §6.6.3). */
export const checkDmarc = (domain: string, lookUp: TxtLookup): Promise<RecordFinding> =>
  finding('DMARC', `_dmarc.${domain}`, async () => {
    for (const place of withParents(domain)) {
      const records = (await textsAt(`_dmarc.${place}`, lookUp)).filter((text) => /^v=DMARC1\b/i.test(text));
      if (records.length > 1)
        return different('There is more than one DMARC record, so none of them counts.');
      if (records[0] !== undefined) return policyIn(records[0], place);
    }
    return missing('The domain does not say what to do with mail that is forged in its name.');
  });

function policyIn(record: string, place: string): Verdict {
  const policy = tagsOf(record).get('p')?.toLowerCase();
  if (policy === 'none') return right(`It stands at ${place} and only watches (p=none).`);
  if (policy === 'quarantine' || policy === 'reject') return right(`It stands at ${place} (p=${policy}).`);
  return different(`It stands at ${place} and has no policy (p).`);
}

/** `a.b.example.com`, `b.example.com`, `example.com` */
function withParents(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, index) => labels.slice(index).join('.'));
}

async function textsAt(name: string, lookUp: TxtLookup): Promise<string[]> {
  try {
    return (await lookUp(name)).map((strings) => strings.join('').trim());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
    throw error;
  }
}

async function finding(
  kind: MailRecord['kind'],
  name: string,
  look: () => Promise<Verdict>,
): Promise<RecordFinding> {
  try {
    return { kind, name, ...(await look()) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'no answer';
    return { kind, name, state: 'unknown', why: `The DNS could not be asked (${code}).` };
  }
}
