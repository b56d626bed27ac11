import { ServiceError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { expect, it } from 'vitest';
import { asProblem } from '../../../api/middleware/as-problem.ts';

const withCode = (code: string | number, message = 'failed') => Object.assign(new Error(message), { code });

it.each([
  ...['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'EAI_AGAIN', 'ETIMEDOUT'],
  ...['08006', '53300', '53200', '57P01', '57P02', '57P03', '58030'],
])('a database failure %s is a 503 that says when to come back', (code) => {
  expect(asProblem(withCode(code))).toMatchObject({
    ...{ status: 503, code: 'database-unavailable' },
    extras: { headers: { 'Retry-After': '2' } },
  });
});

it.each([
  'Connection terminated unexpectedly',
  'timeout expired',
  'Connection terminated due to connection timeout',
])('the driver’s "%s" is a 503, too', (message) => {
  expect(asProblem(new Error(message))).toMatchObject({ status: 503, code: 'database-unavailable' });
});

it.each([4, 5, 8, 9, 13, 14])('gRPC status %i of the engine is a 503 that says when to come back', (code) => {
  const grpc = Object.assign(withCode(code, 'Workflow Task in failed state'), { details: 'x', metadata: {} });
  for (const error of [grpc, new ServiceError('Failed to update', { cause: grpc })]) {
    expect(asProblem(error)).toMatchObject({
      ...{ status: 503, code: 'engine-unavailable' },
      extras: { headers: { 'Retry-After': '2' } },
    });
  }
});

it('what is refused for its own sake stays what it is', () => {
  expect(asProblem(withCode('23505')).status).toBe(500);
  const refusal = ApplicationFailure.nonRetryable('no', 'meeting-over');
  expect(asProblem(new WorkflowUpdateFailedError('failed', refusal)).status).toBe(500);
});
