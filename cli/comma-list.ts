/** What an option names, separated by commas. */
export const commaList = (text: string): string[] => text.split(',').map((name) => name.trim());
