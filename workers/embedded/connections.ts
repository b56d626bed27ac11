import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the parts of a running embedded start are reached, for commands that are called beside it. */
export interface Connections {
  databaseUrl: string;
  temporalAddress: string;
  /** Undefined when the Temporal server is not ours. */
  temporalUiUrl: string | undefined;
  smtpUrl: string;
  /** Mail is caught on this machine, and none leaves. */
  catches: boolean;
  /** 32 bytes in base64. */
  secretKey: string;
  /** What outgoing mail is signed with; undefined when the configuration has a key. */
  dkimKeyFile: string | undefined;
  /** Where the pages are. */
  publicUrl: string;
}

const fileIn = (dataDir: string): string => join(dataDir, 'connections.json');

/** Keeps them in the data directory, readable by its owner only; @returns forgets them */
export function keepConnections(dataDir: string, connections: Connections): () => void {
  const path = fileIn(dataDir);
  writeFileSync(`${path}.new`, JSON.stringify(connections), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return () => rmSync(path, { force: true });
}

/** Those of the start that runs on this directory; null when none does. */
export function readConnections(dataDir: string): Connections | null {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Connections;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
