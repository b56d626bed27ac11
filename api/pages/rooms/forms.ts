import { z } from 'zod';
import { defineForm } from '../forms/define-form.ts';
import { typedLine } from '../forms/typed-fields.ts';

/** The longest name that somebody may come under. */
export const LONGEST_NAME = 80;
const LONGEST_TITLE = 200;

const displayName = typedLine(LONGEST_NAME);

/** With it somebody comes into a meeting. */
export const ENTER_FORM = defineForm(z.object({ displayName }));

/** With it somebody begins a meeting. */
export const START_FORM = defineForm(z.object({ displayName, title: typedLine(LONGEST_TITLE) }));
