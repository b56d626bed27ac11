import type { TnefAnswer } from '../../../activities/understanding/mail.ts';
import type { Part } from './take-apart.ts';

const SIGNATURE = 0x223e9f78;
const MESSAGE_LEVEL = 1;
const MESSAGE_CLASS = 0x00078008;
const MESSAGE_PROPERTIES = 0x00069003;
const MOST_ATTRIBUTES = 200;
/** In octets, of what is looked at for the message class. */
const LARGEST_PROPERTIES = 200_000;

/** A message in Outlook's own form (MS-OXTNEF), by its type, its name or its first octets. */
export const isTnef = ({ type, filename, content }: Part): boolean =>
  /^application\/(?:vnd\.)?ms-tnef$/.test(type) ||
  /^win(?:mail)?\.dat$/i.test(filename ?? '') ||
  (content.length >= 6 && content.readUInt32LE(0) === SIGNATURE);

/**
 * What a TNEF says as an answer: its message class names it, in today's words or in those of Schedule+. Only the list of
 * attributes is walked (MS-OXTNEF §2.1.3.1). Null: it is no answer, or cannot be read.
 */
export function tnefAnswerOf(parts: readonly Part[]): TnefAnswer | null {
  for (const { content } of parts.filter(isTnef)) {
    const [named, properties] = [MESSAGE_CLASS, MESSAGE_PROPERTIES].map((id) => attribute(content, id));
    const answer =
      answerIn(named?.toString('latin1') ?? '') ??
      // A property is a string of one octet or two a character.
      answerIn(properties?.toString('latin1').replaceAll('\0', '') ?? '');
    if (answer !== null) return properties && isCounter(properties) ? 'COUNTER' : answer;
  }
  return null;
}

/** Level (1 octet), id (4), length (4), data, checksum (2). */
function attribute(content: Buffer, wanted: number): Buffer | null {
  if (content.length < 6 || content.readUInt32LE(0) !== SIGNATURE) return null;
  for (let at = 6, seen = 0; at + 9 <= content.length && seen < MOST_ATTRIBUTES; seen += 1) {
    const [level, id, length] = [
      content.readUInt8(at),
      content.readUInt32LE(at + 1),
      content.readUInt32LE(at + 5),
    ];
    const data = content.subarray(at + 9, at + 9 + Math.min(length, LARGEST_PROPERTIES));
    if (level === MESSAGE_LEVEL && id === wanted) return data;
    at += 9 + length + 2;
  }
  return null;
}

/** MS-OXCMSG §2.1.3, MS-OXTNEF §2.1.3.3.18: `IPM.Schedule.Meeting.Resp.Pos`, `IPM.Microsoft Schedule.MtgRespP`. */
const CLASS = /IPM\.(?:Schedule\.Meeting\.Resp\.(Pos|Neg|Tent)|Microsoft Schedule\.MtgResp([PNA]))(?![a-z])/i;
const ANSWERS: Record<string, TnefAnswer> = {
  pos: 'ACCEPTED',
  p: 'ACCEPTED',
  neg: 'DECLINED',
  n: 'DECLINED',
  tent: 'TENTATIVE',
  a: 'TENTATIVE',
};

function answerIn(text: string): TnefAnswer | null {
  const found = CLASS.exec(text);
  return ANSWERS[(found?.[1] ?? found?.[2] ?? '').toLowerCase()] ?? null;
}

/** PidLidAppointmentCounterProposal (MS-OXOCAL §2.2.1.22): PSETID_Appointment, by its number, 0x8257. */
const COUNTER_PROPOSAL = Buffer.from('0220060000000000c0000000000000460000000057820000', 'hex');

function isCounter(properties: Buffer): boolean {
  const at = properties.indexOf(COUNTER_PROPOSAL);
  const value = at === -1 ? properties.length : at + COUNTER_PROPOSAL.length;
  return value + 2 <= properties.length && properties.readUInt16LE(value) !== 0;
}
