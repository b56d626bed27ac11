import { createFeedUrls } from '../../adapters/feeds/feed-urls.ts';
import { rotateFeedUrls } from '../../adapters/postgres/feeds/rotate-urls.ts';
import { required } from '../../config/index.ts';
import { CliError } from '../errors.ts';
import { say } from '../output.ts';
import { withDatabase } from './with-tenants.ts';

/** `parley feeds rotate-keys` */
export const rotateKeys = (): Promise<void> =>
  withDatabase(async (database, config) => {
    const { previousSecretKeys } = config;
    const urls = createFeedUrls({ secretKey: required(config, 'secretKey'), previousSecretKeys });
    const { resealed, unopenable } = await rotateFeedUrls(database, urls);
    say(`${resealed} feed address(es) sealed with the current key.`);
    if (unopenable.length === 0) return;
    const names = unopenable.map(({ name, why }) => `${name} (${why})`).join(', ');
    throw new CliError(
      'feeds_not_opened',
      `${unopenable.length} feed address(es) cannot be opened, those of: ${names}.`,
    );
  });
