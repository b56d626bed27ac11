/** The room that a page is about. */
export interface PageRoom {
  name: string;
  productName: string;
}

export const roomPath = (name: string): string => `/room/${encodeURIComponent(name)}`;
export const waitingPath = (name: string, meetingId: string): string =>
  `${roomPath(name)}/waiting/${meetingId}`;
export const insidePath = (name: string, meetingId: string): string => `${roomPath(name)}/in/${meetingId}`;
export const joinPath = (name: string, meetingId: string): string => `${roomPath(name)}/join/${meetingId}`;
export const leavePath = (name: string, meetingId: string): string => `${roomPath(name)}/leave/${meetingId}`;
export const beatPath = (name: string, meetingId: string): string => `${roomPath(name)}/beat/${meetingId}`;
export const endPath = (name: string, meetingId: string): string => `${roomPath(name)}/end/${meetingId}`;
export const startPath = (name: string): string => `${roomPath(name)}/start`;
export const eventsPath = (name: string): string => `${roomPath(name)}/events`;
