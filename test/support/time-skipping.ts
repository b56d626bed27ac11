import { TestWorkflowEnvironment } from '@temporalio/testing';
import { testService } from './services.ts';

/**
 * A Temporal server of one's own that skips time while nothing but timers is waited for.
 * It knows no search attributes until they are added (`env.connection.operatorService.addSearchAttributes`).
 */
export async function createTimeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  const path = await testService('timeSkipping');
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
}
