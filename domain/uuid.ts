const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether it is written as an id (RFC 9562 §4), in whichever case; what is not, is nobody's. */
export const isUuid = (text: string): boolean => UUID.test(text);
