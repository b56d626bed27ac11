// A thread that reads. It is JavaScript, since nothing understands TypeScript in a thread before `register` has run.
import { register } from 'tsx/esm/api';

register();
const { serve } = await import('./serve.ts');
const { loadTask } = await import('./tasks.ts');

export default serve(loadTask);
