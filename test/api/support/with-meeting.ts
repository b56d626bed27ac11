import { afterAll, beforeAll, beforeEach } from 'vitest';
import { insertMeeting, type TestMeeting } from '../../pages/support/rows.ts';
import type { Caller } from './caller.ts';
import { HOUR } from './people.ts';
import { startRecordedApi, type RecordedApi } from './served-api.ts';

export interface GivenMeeting {
  api: RecordedApi;
  /** With a key of the first tenant. */
  caller: Caller;
  /** A new one of that tenant, in three days. */
  meeting: TestMeeting;
}

/** For a whole file: one API with a caller, and a meeting for each test, which `give` hears of before it. */
export function withMeeting(give: (given: GivenMeeting) => void): void {
  let api: RecordedApi;
  let caller: Caller;
  beforeAll(async () => {
    api = await startRecordedApi();
    caller = await api.caller();
  });
  afterAll(() => api?.stop());
  beforeEach(async () => {
    const startMs = Date.now() + 72 * HOUR;
    give({ api, caller, meeting: await insertMeeting(api.knex, { tenantId: api.tenant.id, startMs }) });
  });
}
