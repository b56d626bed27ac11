import { DefaultLogger, Runtime } from '@temporalio/worker';

// Once a process, and before the first worker: its reports of starting and stopping would hide a test's own words.
Runtime.install({ logger: new DefaultLogger('ERROR') });
