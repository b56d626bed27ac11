import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';

export interface CertificateFiles {
  certFile: string;
  keyFile: string;
}

interface Certificate {
  cert: Buffer;
  key: Buffer;
}

const LOOKED_AT_EVERY_MS = 3_600_000;

/**
 * The certificate for STARTTLS, read again every hour: it is renewed while Parley runs.
 *
 * @throws the file system's error when a file cannot be read at the start
 */
export function watchCertificate(files: CertificateFiles, log: Logger, everyMs = LOOKED_AT_EVERY_MS) {
  let current = read(files);
  let changed: (certificate: Certificate) => void = () => {};
  const timer = setInterval(() => {
    try {
      const next = read(files);
      if (next.cert.equals(current.cert) && next.key.equals(current.key)) return;
      changed(next);
      current = next;
    } catch (error) {
      log.error({ err: error }, 'the new certificate cannot be used; the one before stays');
    }
  }, everyMs);
  timer.unref();
  return {
    current,
    onChange(listener: (certificate: Certificate) => void) {
      changed = listener;
    },
    stop: () => clearInterval(timer),
  };
}

const read = ({ certFile, keyFile }: CertificateFiles): Certificate => ({
  cert: readFileSync(certFile),
  key: readFileSync(keyFile),
});
