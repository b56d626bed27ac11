import { isUuid } from '../uuid.ts';

const NAME = /^[a-z0-9]+(-+[a-z0-9]+)*$/;
export const LONGEST_ROOM_NAME = 63;

/** What a room's name must be, for developers. */
export const ROOM_NAME_RULE = 'must be lower-case letters, digits and dashes within, at most 63, and no id';

/** Lower-case letters, digits and single or double dashes within, at most 63 characters, as a label of DNS; and no id. */
export const isRoomName = (text: string): boolean =>
  text.length <= LONGEST_ROOM_NAME && NAME.test(text) && !isUuid(text);

/** How long a name that a room no longer has leads on, and how long a deleted room can be brought back, under its name. */
export const NAMES_KEPT_DAYS = 30;
