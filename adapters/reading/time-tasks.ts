import type { AboutWords } from '../../activities/understanding/ports.ts';
import { timeInText } from '../mail/time-in-text.ts';

export const readTimeInText = ({ text, about }: { text: string; about: AboutWords }) =>
  timeInText(text, about);
