/** The door through which something reached the meeting; `room`: its people, or its calendar. */
export type Door = 'api' | 'mail' | 'link' | 'clock' | 'room';
