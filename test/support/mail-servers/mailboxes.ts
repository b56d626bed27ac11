/** Every mailbox of the test servers takes this password. */
export const MAIL_PASSWORD = 'correct-horse';

/** Postfix takes any mail for it and finds only afterwards that nobody is there: it bounces. */
export const BOUNCING_DOMAIN = 'nowhere.test';
