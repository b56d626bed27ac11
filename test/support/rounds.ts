/**
 * How many random cases a run takes: a fifth of them, since a run is to be over in half an hour, and all of them with
 * TEST_ROUNDS=all, as `npm run test:thorough` sets it.
 */
export const rounds = (all: number): number => (isThorough() ? all : Math.ceil(all / 5));

export const isThorough = (): boolean => process.env.TEST_ROUNDS === 'all';
