/** Has itself told by a webhook what happens, and prints the first events. PORT is where it listens; Parley must reach it. */
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { createParley, readWebhook } from '../index.ts';
import { named } from './settings.ts';

const parley = createParley({ url: named('API_URL'), apiKey: named('API_KEY') });
const { data: endpoint } = await parley.POST('/api/webhooks', {
  body: { url: named('ENDPOINT_URL'), description: 'An example' },
});
const { id, secret } = endpoint!;
const seen = new Set<string>();

const server = createServer((request, response) => {
  void (async () => {
    const body = await buffer(request);
    try {
      const event = readWebhook(body, request.headers, secret);
      const isNew = !seen.has(String(request.headers['webhook-id']));
      seen.add(String(request.headers['webhook-id']));
      response.writeHead(204).end();
      if (isNew) console.log(`${event.type} at ${event.timestamp}`);
      if (event.type === 'parley.test') server.close();
    } catch {
      response.writeHead(401).end();
      console.log('refused what was not signed by Parley');
    }
  })();
});
server.listen(Number(named('PORT')), () => {
  console.log(`listening; the endpoint is ${id}`);
  void parley.POST('/api/webhooks/{webhookId}/test', { params: { path: { webhookId: id } } });
});
