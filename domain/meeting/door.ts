/** The doors through which something reaches a meeting; `room`: its people, or its calendar. */
export const DOORS = ['api', 'mail', 'link', 'clock', 'room'] as const;
export type Door = (typeof DOORS)[number];
