import { testService } from './services.ts';

/** The bundle of workflows/index.ts, made once a run; for `Worker.create({ workflowBundle })`. */
export const testWorkflowBundle = async () => ({ codePath: await testService('workflows') });
