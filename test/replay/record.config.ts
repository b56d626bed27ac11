import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** `npm run histories:record`: lives every path on a real server and stores the histories; to be run at a release. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], reporters: ['default'] } },
  defineConfig({ test: { include: ['test/replay/record.ts'] } }),
);
