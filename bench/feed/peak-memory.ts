import { readFileSync } from 'node:fs';
import { readAndCompare } from './in-process.ts';

const peakMb = (): number => process.resourceUsage().maxRSS / 1024;

// A process of its own: the peak of one that has done other things before is theirs.
const bytes = readFileSync(0);
const before = peakMb();
readAndCompare(bytes, [], Date.now());
process.stdout.write(JSON.stringify({ beforeMb: Math.round(before), peakMb: Math.round(peakMb()) }));
