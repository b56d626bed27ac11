import { Option, type Command } from 'commander';
import { commaList } from './comma-list.ts';
import type { EndpointOptions, TenantOption, WebhookListOptions } from './commands/webhooks.ts';
import { JSON_OPTION } from './operating-options.ts';
import { WEBHOOK_EVENT_TYPES } from '../domain/webhooks/event-types.ts';
import type { WebhookDelivery } from '../queries/webhooks.ts';

const work = () => import('./commands/webhooks.ts');

/** `parley webhooks …` */
export function addWebhooks(program: Command): void {
  const webhooks = program.command('webhooks').description('endpoints that backends are told of events at');
  const tenant = ['--tenant <tenant>', 'its id or short name; the first one when absent'] as const;
  const settings = (command: Command) =>
    command
      .option(
        '--events <types>',
        `what it is sent, separated by commas: ${WEBHOOK_EVENT_TYPES.join(', ')}; "all", as when absent, for everything`,
        commaList,
      )
      .option('--description <text>', 'what it is for')
      .option('--contact <address>', 'who is told when it is disabled; the tenant’s mailbox when absent')
      .option(...tenant);
  webhooks
    .command('list')
    .description('list the endpoints, and how they fare')
    .option(...tenant)
    .option(...JSON_OPTION)
    .action(async (options: WebhookListOptions) => (await work()).listWebhooks(options));
  settings(
    webhooks
      .command('add')
      .description('make an endpoint, and print its id and its secret, which cannot be shown again')
      .requiredOption('--url <url>', 'where events are sent, over https'),
  ).action(async (options: EndpointOptions & { url: string }) => (await work()).addWebhook(options));
  settings(
    webhooks
      .command('update')
      .description('change an endpoint')
      .argument('<id>', 'as shown by "webhooks list"')
      .option('--url <url>', 'where events are sent, over https')
      .option('--enable', 'send events to it again')
      .option('--disable', 'send it nothing'),
  ).action(async (id: string, options: EndpointOptions) => (await work()).updateWebhook(id, options));
  webhooks
    .command('remove')
    .description('delete an endpoint, with the log of its deliveries')
    .argument('<id>', 'as shown by "webhooks list"')
    .option(...tenant)
    .action(async (id: string, options: TenantOption) => (await work()).removeWebhook(id, options));
  webhooks
    .command('rotate-secret')
    .description('give an endpoint a new secret, and print it')
    .argument('<id>', 'as shown by "webhooks list"')
    .option(...tenant)
    .action(async (id: string, options: TenantOption) => (await work()).rotateWebhookSecret(id, options));
  webhooks
    .command('deliveries')
    .description('list what an endpoint was sent, the newest first')
    .argument('<id>', 'as shown by "webhooks list"')
    .addOption(new Option('--status <status>', 'only these').choices(['pending', 'delivered', 'failed']))
    .option(...tenant)
    .option(...JSON_OPTION)
    .action(async (id: string, options: WebhookListOptions & { status?: WebhookDelivery['state'] }) =>
      (await work()).listDeliveries(id, options),
    );
  webhooks
    .command('redeliver')
    .description('send an event once more')
    .argument('<id>', 'of the endpoint')
    .argument('<delivery>', 'as shown by "webhooks deliveries"')
    .option(...tenant)
    .action(async (id: string, delivery: string, options: TenantOption) =>
      (await work()).redeliverWebhook(id, delivery, options),
    );
  webhooks
    .command('test')
    .description('send a test event to an endpoint, and print the id of its delivery')
    .argument('<id>', 'as shown by "webhooks list"')
    .option(...tenant)
    .action(async (id: string, options: TenantOption) => (await work()).testWebhook(id, options));
  webhooks
    .command('rotate-keys')
    .description('seal the secrets of all endpoints with the current PARLEY_SECRET_KEY')
    .action(async () => (await work()).rotateWebhookKeys());
}
