import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import proto from '@temporalio/proto';

const { History } = proto.temporal.api.history.v1;
export type History = proto.temporal.api.history.v1.IHistory;

export const HISTORIES = new URL('../histories/', import.meta.url);

const fileOf = (name: string): URL => new URL(`${name}.json`, HISTORIES);

/** Stored as the protocol's JSON form, so that a difference can be read. */
export function writeHistory(name: string, history: History): void {
  const plain = History.toObject(History.fromObject(history), {
    longs: String,
    enums: String,
    bytes: String,
  });
  const recorder = `${process.pid}@${hostname()}`;
  writeFileSync(fileOf(name), `${JSON.stringify(plain, null, 1).replaceAll(recorder, 'recorder')}\n`);
}

export const readHistory = (name: string): History =>
  History.fromObject(JSON.parse(readFileSync(fileOf(name), 'utf8')) as Record<string, unknown>);
