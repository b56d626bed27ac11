import {
  isGrpcServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, TemporalFailure } from '@temporalio/common';

/**
 * Whether the engine did not do what was asked, for a reason of its own: no answer, a deadline, a shard or workflow task
 * that is recovering (FAILED_PRECONDITION), a namespace that it has not read yet. Only a meeting's own refusal is not.
 */
export function isEngineFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof WorkflowUpdateFailedError) return !(error.cause instanceof ApplicationFailure);
  return (
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    isGrpcServiceError(error) ||
    (error instanceof TemporalFailure && !(error instanceof ApplicationFailure)) ||
    isGrpcServiceError(error.cause)
  );
}
