import type { JSX } from 'preact';

interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  /** How much it asks to be pressed; the main one when absent. */
  look?: 'quiet' | 'danger' | 'quiet compact' | undefined;
}

/** A button that sends its form. */
export const Button = ({ look, ...button }: ButtonProps) => (
  <button class={look ? `button ${look}` : 'button'} type="submit" {...button} />
);
