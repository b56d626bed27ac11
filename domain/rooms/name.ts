import { isUuid } from '../uuid.ts';

const NAME = /^[a-z0-9]+(-+[a-z0-9]+)*$/;
export const LONGEST_ROOM_NAME = 63;

/** Lower-case letters, digits and single or double dashes within, at most 63 characters, as a label of DNS; and no id. */
export const isRoomName = (text: string): boolean =>
  text.length <= LONGEST_ROOM_NAME && NAME.test(text) && !isUuid(text);
