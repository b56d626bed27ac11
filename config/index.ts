export { loadConfig } from './load.ts';
export { ConfigError } from './config-error.ts';
export { required } from './required.ts';
export { directoriesOf } from './directories.ts';
export type { MailboxConfig } from './mailboxes.ts';
export type { Config } from './schema.ts';
export type { RecipientDomains } from './incoming-mail.ts';
export type { FeedSettings } from './feeds.ts';
export { version } from './version.ts';
