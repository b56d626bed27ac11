// A thread that reads as every thread does, but for the mails that say what else it is to do.
import { register } from 'tsx/esm/api';

register();
const { serve } = await import('../../../adapters/reading/serve.ts');
const { misbehaving } = await import('./misbehaving.ts');

export default serve(misbehaving);
