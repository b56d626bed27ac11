import { TestWorkflowEnvironment } from '@temporalio/testing';
import { testService } from './services.ts';

/**
 * A Temporal server of one's own that skips time while nothing but timers is waited for.
 * It knows no search attributes until they are added (`env.connection.operatorService.addSearchAttributes`).
 */
export async function createTimeSkippingEnvironment(attempts = 4): Promise<TestWorkflowEnvironment> {
  const path = await testService('timeSkipping');
  try {
    return await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path } },
    });
  } catch (error) {
    // The SDK waits five seconds, which Java may need for itself on a busy machine.
    if (attempts === 1) throw error;
    return createTimeSkippingEnvironment(attempts - 1);
  }
}
