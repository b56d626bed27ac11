import type { ComponentChildren, JSX } from 'preact';
import { useForm } from './form.tsx';

/** What every kind of field has. */
export interface Labels {
  name: string;
  /** Its name when absent. */
  id?: string;
  label: ComponentChildren;
  /** Between the label and what is filled in. */
  before?: ComponentChildren;
  hint?: ComponentChildren;
}

type InputProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, keyof Labels | 'value'>;
type TextAreaProps = Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, keyof Labels | 'value'>;

/** What stands in a field before anybody has typed; what was typed stays. */
interface Value {
  value?: string | undefined;
}

/** A labelled field of one line, with its hint and with what is wrong with it. */
export function Field({
  name,
  id = name,
  label,
  before,
  hint,
  value,
  ...input
}: Labels & Value & InputProps) {
  const { typed, props } = useField(name, id, hint !== undefined);
  return (
    <Labelled {...{ name, id, label, before, hint }}>
      <input {...input} {...props} value={typed ?? value} />
    </Labelled>
  );
}

/** The same, of several lines. */
export function TextArea({
  name,
  id = name,
  label,
  before,
  hint,
  value,
  ...area
}: Labels & Value & TextAreaProps) {
  const { typed, props } = useField(name, id, hint !== undefined);
  return (
    <Labelled {...{ name, id, label, before, hint }}>
      <textarea {...area} {...props}>
        {typed ?? value}
      </textarea>
    </Labelled>
  );
}

/** What was typed into a field, and what ties it to its label, its hint and its error. */
export function useField(name: string, id: string, hasHint: boolean) {
  const { again, constraints } = useForm();
  const isWrong = again?.errors.some(({ field }) => field === name) ?? false;
  const described = [isWrong && `${id}-error`, hasHint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    typed: again?.typed[name],
    props: {
      id,
      name,
      ...constraints[name],
      'aria-describedby': described || undefined,
      // The first of them in the page takes the focus.
      ...(isWrong && { 'aria-invalid': true, 'data-focus': '' }),
    },
  };
}

/** A field's label, and its error and hint below it. */
export function Labelled({
  name,
  id = name,
  label,
  before,
  hint,
  children,
}: Labels & { children: ComponentChildren }) {
  const { again, summarized } = useForm();
  const error = again?.errors.find(({ field }) => field === name);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {before}
      {children}
      {error && (
        <p class="error" id={`${id}-error`} role={summarized ? undefined : 'alert'}>
          {error.text}
        </p>
      )}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
