import type { JSX } from 'preact';
import { useForm } from './form.tsx';

interface ChoiceProps extends JSX.InputHTMLAttributes<HTMLInputElement> {
  type: 'checkbox' | 'radio';
  name: string;
  value: string;
  label: string;
  /** Before anybody has chosen; what was chosen stays. */
  checked: boolean;
}

/** A box to check, or one of several to choose from, with its label beside it. */
export function Choice({ label, checked, ...input }: ChoiceProps) {
  const { again } = useForm();
  return (
    <label class="choice">
      <input {...input} checked={again ? again.typed[input.name] === input.value : checked} />
      <span>{label}</span>
    </label>
  );
}
