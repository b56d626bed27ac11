import { createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { useReader } from '../reader.ts';
import type { FormDefinition } from './define-form.ts';
import type { Again } from './submitted.ts';

interface FormProps extends JSX.FormHTMLAttributes<HTMLFormElement> {
  action: string;
  /** What is sent along unseen. */
  carried?: Readonly<Record<string, string | undefined>>;
  /** What its fields are checked by. */
  of?: FormDefinition;
  /** It was sent, and is shown again. */
  again?: Again | undefined;
  /** An `ErrorSummary` above announces what is wrong, and takes the focus. */
  summarized?: boolean;
}

/** A form; it keeps the language that its reader chose. Its fields know by it what was typed and what is wrong. */
export function Form(props: FormProps) {
  const { method = 'post', carried = {}, of, again, summarized = false, children, ...form } = props;
  const { chosen } = useReader();
  return (
    <form method={method} {...form}>
      {Object.entries(carried).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      {chosen !== '' && <input type="hidden" name="lang" value={chosen} />}
      <FormContext.Provider value={{ constraints: of?.constraints ?? {}, again, summarized }}>
        {children}
      </FormContext.Provider>
    </form>
  );
}

interface FormState {
  constraints: FormDefinition['constraints'];
  again: Again | undefined;
  summarized: boolean;
}

const FormContext = createContext<FormState>({ constraints: {}, again: undefined, summarized: false });

/** The form that a field is part of. */
export const useForm = (): FormState => useContext(FormContext);
