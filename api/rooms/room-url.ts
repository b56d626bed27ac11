/** The room's page, which its calendar's events name. */
export const roomUrl = (publicUrl: string, { name }: { name: string }): string => `${publicUrl}/room/${name}`;
