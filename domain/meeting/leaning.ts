import { anyPattern } from '../any-pattern.ts';
import type { Answering } from './message-spec.ts';

/** Who says it, says it first; and a pattern over it costs next to nothing. */
const READ = 300;

/** As people say it in the six languages of the texts; one line a language. */
const SAYS: Readonly<Record<Answering, RegExp>> = {
  DECLINED: anyPattern(
    /\b(?:i|we) (?:can(?:not|['’]?t| not)|could ?n['’]?t|won['’]?t|will not|am (?:not able|unable)|have to (?:decline|cancel|pass))\b|\b(?:can(?:not|['’]?t)|unable to) (?:make|attend|come|join)|\b(?:not (?:going to|able to) (?:make|attend|come|join)|i (?:must )?decline|count me out|does(?: not|n['’]?t) (?:work|suit))\b/,
    /\b(?:ich kann (?:[^ .]+ ){0,3}nicht|kann (?:leider )?nicht|schaffe (?:ich |es ){0,2}(?:leider )?nicht|passt (?:mir |uns )?(?:leider )?nicht|muss (?:leider )?absagen|sage (?:leider )?ab|bin (?:leider )?verhindert)\b/,
    /\b(?:je ne (?:peux|pourrai|suis) pas|ne peux pas|dois (?:annuler|décliner|refuser)|ne me convient pas|suis empêchée?|indisponible)\b/,
    /\b(?:no (?:puedo|podré|podemos|me (?:va bien|viene bien|es posible))|tengo que (?:cancelar|rechazar)|me es imposible)\b/,
    /\bnão (?:posso|poderei|podemos|consigo|vou poder|dá para mim|é possível)|\btenho (?:de|que) (?:cancelar|recusar)\b/,
    /(?:参加|出席|都合)(?:でき(?:ません|ない)|できそうにありません|がつき(?:ません|かね)|が悪)|行け(?:ません|ない)|辞退|欠席|難しいです/,
  ),
  TENTATIVE: anyPattern(
    /\b(?:maybe|perhaps|possibly|not (?:yet )?sure|don['’]?t know (?:yet)?|i['’]?ll (?:see|try|let you know)|tentative(?:ly)?|might)\b/,
    /\b(?:vielleicht|eventuell|evtl|noch nicht sicher|weiß (?:es )?(?:ich )?noch nicht|mal sehen|unter vorbehalt)\b/,
    /\b(?:peut-être|pas (?:encore )?sûre?|je ne sais pas(?: encore)?|à confirmer)(?![\p{L}])/u,
    /\b(?:quizás?|tal vez|a lo mejor|no (?:estoy segur[oa]|(?:lo )?sé)(?: todavía)?)(?![\p{L}])/u,
    /\b(?:talvez|não (?:tenho certeza|sei)(?: ainda)?|a confirmar)\b/,
    /たぶん|多分|おそらく|未定|まだ(?:分か|わか)|検討/,
  ),
  ACCEPTED: anyPattern(
    /\b(?:sounds? (?:good|great|fine|perfect)|(?:that |it |this |time )?(?:works|suits)(?: (?:for )?(?:me|us))?|see you|i(?:['’]?ll| will) be there|looking forward|count me in|i (?:can make it|accept|confirm)|(?:yes|ok(?:ay)?|perfect|great|sure)\b(?:[,.! ]|$))/,
    /\b(?:passt(?: (?:mir|uns))?(?: (?:gut|super|perfekt))?|klingt (?:gut|super)|bin dabei|ich komme|sage (?:gerne )?zu|freue mich|bis (?:dann|bald)|einverstanden|gerne|ja\b|perfekt|super)/,
    /\b(?:(?:ça |cela )?me (?:convient|va)|ça marche|d['’]accord|parfait|je serai là|je viens|j['’]accepte|volontiers|à bientôt|oui\b)/,
    /\b(?:me (?:va|viene) (?:bien|perfecto)|de acuerdo|perfecto|allí estaré|ahí estaré|acepto|nos vemos|vale\b|sí(?![\p{L}]))/u,
    /\b(?:(?:para mim )?(?:está|tá|fica) (?:bom|ótimo|bem)|combinado|perfeito|estarei lá|aceito|confirmo|até lá|pode ser|sim\b)/,
    /承知|了解|大丈夫です|(?:参加|出席)(?:し|いた|でき)ます|よろしくお願い|楽しみ|問題(?:ありません|ないです)|伺います/,
  ),
};

/** What denies an acceptance that it holds. */
const DENIES = /\b(?:does|do|did|is|are|was)(?: not|n['’]?t)\b|\bnot? (?:really|quite)\b/u;

/**
 * The answer that a person's words seem to be: only what is offered first, never an answer. Null where they say none, or more
 * than one.
 *
 * @param words in any of the texts' languages
 */
export function leaningOf(words: string): Answering | null {
  const said = words.slice(0, READ).replace(/\s+/g, ' ').toLowerCase();
  const found = (Object.keys(SAYS) as Answering[]).filter((answer) => SAYS[answer].test(said));
  // "I can't, sorry": what follows a no is courtesy; "it does not work" has the words of a yes.
  if (found[0] === 'DECLINED' && !found.includes('TENTATIVE')) return 'DECLINED';
  const [only, more] = found;
  if (only === undefined || more !== undefined) return only === 'TENTATIVE' ? only : null;
  return only === 'ACCEPTED' && DENIES.test(said) ? null : only;
}
