import type { Knex } from 'knex';
import { PRINCIPAL, type Principal } from './principals.ts';

export type SearchField = 'name' | 'address' | 'kind';

/** One of the fields has the text; without regard to case. */
export interface Criterion {
  fields: readonly SearchField[];
  text: string;
  match: 'contains' | 'equals' | 'starts-with';
}

const HOLDS: Readonly<Record<SearchField, string>> = {
  name: 'lower(principal.name) LIKE ?',
  address: `EXISTS (SELECT FROM principal_addresses theirs
                     WHERE theirs.principal_id = principal.id AND theirs.address_key LIKE ?)`,
  kind: 'principal.kind::text LIKE ?',
};

const literally = (text: string): string => text.toLowerCase().replace(/[\\%_]/g, '\\$&');

const patternOf = ({ text, match }: Criterion): string =>
  `${match === 'contains' ? '%' : ''}${literally(text)}${match === 'equals' ? '' : '%'}`;

/** The principals of a tenant that fit, by name. @param search.every all criteria have to hold; otherwise one of them */
export async function principalsMatching(
  knex: Knex,
  tenantId: string,
  { criteria, every, most }: { criteria: readonly Criterion[]; every: boolean; most: number },
): Promise<Principal[]> {
  if (criteria.length === 0) return [];
  const conditions = criteria.map(({ fields }) => `(${fields.map((field) => HOLDS[field]).join(' OR ')})`);
  const patterns = criteria.flatMap((criterion) => criterion.fields.map(() => patternOf(criterion)));
  const { rows } = await knex.raw<{ rows: Principal[] }>(
    `SELECT ${PRINCIPAL} FROM principals principal
      WHERE tenant_id = ? AND deleted_at IS NULL AND (${conditions.join(every ? ' AND ' : ' OR ')})
      ORDER BY name, id LIMIT ?`,
    [tenantId, ...patterns, most],
  );
  return rows;
}
