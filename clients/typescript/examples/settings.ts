/** A variable of the environment that an example needs. @throws Error when it is not set */
export function named(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`Set ${variable}`);
  return value;
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
