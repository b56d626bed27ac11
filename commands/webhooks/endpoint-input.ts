import { readEndpointUrl, type EndpointUrlProblem } from '../../adapters/webhooks/endpoint-url.ts';
import type { Config } from '../../config/index.ts';
import { InvalidInput } from '../invalid-input.ts';

const PROBLEMS: Record<EndpointUrlProblem, string> = {
  'url-invalid': 'must be an https address without a user',
  'url-not-https': 'must be https',
  'address-refused': 'must not be a private address',
};

/** The address of an endpoint in its usual notation. @throws InvalidInput */
export function endpointUrl(text: string, { webhooks }: Pick<Config, 'webhooks'>): string {
  const url = readEndpointUrl(text, webhooks.allowedHosts);
  if (typeof url === 'string') throw new InvalidInput('url', PROBLEMS[url]);
  return url.href;
}
