import { setAddresses } from '../../../adapters/postgres/people/addresses.ts';
import type { CalendarStage, DavUser } from './stage.ts';

/**
 * Gives those who play in one dialogue after the other the addresses of the next, which nobody else has then.
 *
 * @param company grows to as many as are needed
 * @param addresses by the names of the dialogue
 */
export async function cast(
  stage: CalendarStage,
  company: DavUser[],
  addresses: Readonly<Record<string, readonly string[]>>,
): Promise<Map<string, DavUser>> {
  const names = Object.keys(addresses);
  while (company.length < names.length) company.push(await stage.addUser());
  await stage.api.knex.transaction(async (trx) => {
    for (const { id: principalId, tenantId, email } of company)
      await setAddresses(trx, { tenantId, principalId }, [email]);
    for (const [index, name] of names.entries()) {
      const { tenantId, id: principalId } = company[index] as DavUser;
      await setAddresses(trx, { tenantId, principalId }, addresses[name] ?? []);
    }
  });
  return new Map(names.map((name, index) => [name, company[index] as DavUser]));
}
