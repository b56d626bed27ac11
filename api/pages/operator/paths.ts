/** Where the pages of operators are. */
export const OPERATOR = '/operator';
