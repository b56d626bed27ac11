import { readdirSync } from 'node:fs';

const HELPERS = new Set([
  'run',
  'bench-stack',
  'cancel-times',
  'event-counts',
  'event-loop',
  'imap-latency',
  'ingest-stack',
  'process-times',
  'statistics',
  'throughput',
]);
const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .filter((name) => !HELPERS.has(name));

/** What every benchmark gives; it is printed as the last line, as JSON. A larger ratio is better for us. */
export interface BenchResult {
  bench: string;
  ours: number;
  peer: number;
  unit: string;
  ratio: number;
  [more: string]: unknown;
}

const [name] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  process.stderr.write(`Usage: npm run bench -- NAME, with NAME one of: ${names.join(', ')}\n`);
  process.exit(2);
}
const bench = (await import(`./${name}.ts`)) as { run: () => Promise<BenchResult> };
const result = await bench.run();
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
