import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../../../vitest.config.ts';

/** `npm run clients:report`: what caldav-server-tester finds of Parley and of Radicale, for docs/clients.md. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], reporters: ['default'] } },
  defineConfig({ test: { include: ['test/dav/clients/report/record.ts'] } }),
);
