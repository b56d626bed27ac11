import type { ConnectionLike } from '@temporalio/client';
import proto from '@temporalio/proto';
import { SEARCH_ATTRIBUTE_KEYS } from '../../workflows/meeting/search-attributes.ts';

const TYPES = {
  KEYWORD: proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  DATETIME: proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
};

/**
 * Registers the search attributes of meetings that the namespace does not have yet.
 *
 * @returns the names that were added
 */
export async function registerSearchAttributes(
  connection: ConnectionLike,
  namespace: string,
): Promise<string[]> {
  const missing = await missingSearchAttributes(connection, namespace);
  if (missing.length > 0) await addSearchAttributes(connection, namespace, missing);
  return missing.map((key) => key.name);
}

/** The search attributes of meetings that the namespace does not have. */
export async function missingSearchAttributes(
  connection: ConnectionLike,
  namespace: string,
): Promise<(typeof SEARCH_ATTRIBUTE_KEYS)[number][]> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  return SEARCH_ATTRIBUTE_KEYS.filter((key) => !(key.name in (customAttributes ?? {})));
}

/** Adds search attributes that the namespace does not have. */
export async function addSearchAttributes(
  connection: ConnectionLike,
  namespace: string,
  keys: readonly (typeof SEARCH_ATTRIBUTE_KEYS)[number][] = SEARCH_ATTRIBUTE_KEYS,
): Promise<void> {
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(keys.map((key) => [key.name, TYPES[key.type]])),
  });
}
