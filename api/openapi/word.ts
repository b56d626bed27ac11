/** What a field means, wherever it stands, and a value for it. */
export interface Word {
  means: string;
  example?: unknown;
}

export const word = (means: string, example?: unknown): Word => ({
  means,
  ...(example === undefined ? {} : { example }),
});
