import pg from 'pg';

const of =
  (code: string) =>
  (error: unknown): error is pg.DatabaseError =>
    error instanceof pg.DatabaseError && error.code === code;

/** An exclusion constraint said no: somebody's time is taken. */
export const isExclusionViolation = of('23P01');

export const isUniqueViolation = of('23505');

/** It waited for somebody who waited for it, and gave way. */
export const isDeadlock = of('40P01');
