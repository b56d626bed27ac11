import { anyPattern } from '../../../domain/any-pattern.ts';

/** What a mail system's words say became of a message. */
export type NoticeWords = 'failed' | 'delayed' | 'delivered';

/** As each of the mail systems that are known says it; one line a language. */
const GIVEN_UP = anyPattern(
  /permanent(?:ly)?\b|giv(?:ing|en) up|not going to try|no (?:further|more) (?:delivery )?attempts|will not be (?:retried|tried)/,
  /(?:retry|delivery|message|queue)\b[^.]{0,40}\b(?:exceeded|expired)|too long in (?:the )?queue|in the queue too long|timeout exceeded/,
  /return(?:ed|ing) (?:mail|message|to (?:the )?sender)|(?:mail|message) (?:is |was |has been )?returned|fatal error/,
  /dauerhaft|endgültig|nicht (?:erneut|weiter|mehr) versuch|définitiv|permanente|de forma permanente|постоянн/,
);

const DELAYED = anyPattern(
  /delayed|delay(?:ed)? (?:notice|notification|delivery)|warning[^.]{0,20}\bonly\b|temporary (?:problem|failure|error)/,
  /(?:will|shall) (?:still )?(?:be )?(?:retr(?:y|ied)|keep|continue)|(?:continue|keep) (?:on )?(?:to )?try|attempts will continue|still being (?:retried|tried)/,
  /not yet (?:been )?delivered|not been delivered yet|need(?: to)? (?:resend|re-send|send)[^.]{0,30}again|do not need to re-?send|past \d+ hours/,
  /verzöger|weiterhin versuch|erneut versuch|retardé|nouvelles? tentatives?|retras|demor|reintent|atrasad|novas tentativas|ritard|vertraag|opóźni|försena|forsink/,
  /задерж|отложен|遅延|遅れ|再送|延迟|延遲|지연/,
);

const FAILED = anyPattern(
  /(?:could|can|did) ?(?:not|n['’]t)[^.]{0,30}\b(?:deliver|sen[dt]|reach|receive|accept|find|found|relay)|was ?(?:not|n['’]t) (?:able to )?deliver|unable to (?:deliver|relay|send)|not be delivered/,
  /\b(?:delivery|mail|message|e-?mail|sending|transmission)\b[^.]{0,40}\b(?:fail|reject|refus|impossible|undeliver|bounce|block)|\bfail(?:ure|ed)\b[^.]{0,20}\b(?:notice|deliver|recipient|address)|undeliver|non-?delivery|bounced/,
  /no such (?:user|mailbox|recipient|address|person|account|domain|local)|unknown (?:user|recipient|address|mailbox|host|domain|account|local)|(?:user|recipient|mailbox|address|account|host|domain)(?: name)?(?: is| was)?[^.]{0,12}\b(?:unknown|not (?:found|known|listed|exist)|unavailable|disabled|inactive|invalid|full|rejected|suspended)/,
  /do(?:es)?(?: not|n['’]t) (?:exist|have (?:an? )?\S{0,30} ?account)|(?:invalid|bad) (?:recipient|address|mailbox)|unrouteable|(?:over|exceed(?:s|ed)) (?:its |the |their )?quota|quota exceeded|relay(?:ing)? (?:access )?denied|access denied|mailbox full/,
  /nicht (?:zugestellt|ausgeliefert|übermittelt|gesendet|erreicht)|unzustellbar|zustellung[^.]{0,40}(?:fehl|nicht|gescheitert)|empfänger[^.]{0,40}(?:unbekannt|nicht|abgelehnt)|fehler bei der (?:zustellung|übermittlung)/,
  /pu être (?:remis|distribu|livré|envoyé|délivré|acheminé)|non (?:remis|distribué|délivré|livré)|échec|destinataire[^.]{0,30}(?:inconnu|introuvable)|impossible de (?:remettre|distribuer|livrer|délivrer)|adresse[^.]{0,20}(?:introuvable|inconnue|n['’]existe)/,
  /no (?:se )?(?:ha |han )?(?:pudo|podido|puede|pudieron)[^.]{0,20}(?:entreg|envi)|no (?:ha sido |fue )?entregad|entrega[^.]{0,30}(?:fall|imposible)|error (?:de|en la) entrega|destinatario[^.]{0,30}(?:desconocid|no )|buzón[^.]{0,20}(?:lleno|no )/,
  /não (?:foi possível|pôde|pode|conseguimos|foi)[^.]{0,20}(?:entreg|envi)|não entregue|falha (?:na|de|ao) (?:entreg|envi)|entrega[^.]{0,20}falh|destinatário[^.]{0,30}(?:desconhecid|não)/,
  /non (?:è stato|può essere|è possibile|è stata)[^.]{0,30}(?:consegn|recapit|invi)|mancat[ao] (?:consegna|recapito)|(?:consegna|recapito)[^.]{0,30}(?:fallit|non riuscit)|destinatario[^.]{0,30}sconosciut|impossibile (?:consegnare|recapitare)/,
  /niet (?:worden )?(?:afgeleverd|bezorgd|bestelbaar)|onbestelbaar|bezorging[^.]{0,20}mislukt|kan niet worden bezorgd/,
  /不達|配信(?:でき|不能|に失敗|エラー)|送信(?:でき|に失敗|エラー)|配達(?:でき|不能)|届き?(?:ません|けられ)|お届けできません|宛先[^。]{0,12}(?:見つかり|存在|不明)/,
  /退信|(?:无法|無法|未能|不能)(?:被)?(?:送达|投递|发送|傳送|傳遞|送達|投遞)|(?:投递|投遞|发送|傳送)失[败敗]|(?:收件人|用户|地址)[^。]{0,8}不存在/,
  /не (?:удалось|может быть|был[оаи]?)[^.]{0,30}достав|недоставлен|не доставлен|ошибка доставки|(?:адресат|получател)[^.]{0,30}(?:не найден|неизвест|не сущест)|не вдалося доставити/,
  /nie (?:można|udało się|mogła?|została?)[^.]{0,30}(?:dostarcz|doręcz)|niedostarczon|niedoręcz|nelze doručit|(?:nebylo|není) možné[^.]{0,20}doručit|nepodařilo se[^.]{0,20}doručit|nedoručiteln|nebyla? doručen|nem (?:sikerült|lehet)[^.]{0,20}kézbesít|nem kézbesíthető|kézbesíthetetlen/,
  /(?:kunde|kunne|gick) (?:inte|ikke)[^.]{0,20}lever|inte levererats|ikke leveret|kan ikke leveres|ei voitu toimittaa|teslim edileme|iletileme|(?:전송|배달|전달)[^.]{0,6}(?:못|실패|수 없)|반송|δεν (?:ήταν δυνατ|παραδόθηκε|μπόρεσε)|αδυναμία παράδοσης|تعذر (?:تسليم|إرسال|توصيل)|لم يتم (?:تسليم|توصيل)|לא (?:ניתן|היה ניתן) למסור|не(?:можливо| вдалося) достав|không (?:thể )?(?:gửi|chuyển) được/,
);

const DELIVERED = anyPattern(
  /success|(?:was|were|has been|have been) (?:relayed|delivered)|erfolgreich|remis avec succès|entregado correctamente/,
);

/** A person's absence, which a program tells for them; and what else is about no delivery. */
const ABOUT_A_PERSON = anyPattern(
  /auto(?:matic|mated|matisch\w*)?[- ]?(?:repl|respon|antwort|svar|answer)|out[- ]of[- ](?:the[- ])?office|vacation|on (?:holiday|leave)|(?:annual|parental|sick) leave|away from (?:my|the|e-?mail)/,
  /abwesen|im urlaub|nicht im (?:büro|haus)|réponse automatique|absent|en (?:congés?|vacances)|fuera de (?:la )?oficina|respuesta automática|autorespuesta|de vacaciones|ausen[tc]|resposta automática|de férias|risposta automatica|fuori (?:sede|ufficio)|in ferie|automatisch antwoord|afwezig|op vakantie|autosvar|nie ma mnie|poza biurem/,
  /automatiskt? (?:svar|besked)|odpowiedź automatyczna|automatyczna odpowiedź|автоматич\S{1,6} (?:ответ|відповідь)|automatick\S{1,2} odpov|automatikus válasz|otomatik yanıt|automaattinen vastaus|răspuns automat|αυτόματη απάντηση|자동 (?:회신|응답)/,
  // In the first person nobody speaks but a person: no mail system is away or has left.
  /\bi(?:['’]m| am| will be|['’]ll be) (?:\w+ ){0,2}(?:away|out(?! of (?!office|the office|town))|travell?ing|abroad|on \w+ leave|not (?:in|at) (?:the|my) \w+)\b|\bi (?:no longer work|do(?: not|n['’]t) work|(?:have |['’]ve )?(?:left|retired))\b/,
  /\bich (?:bin|werde) (?:[^ .]{1,20} ){0,5}(?:nicht (?:erreichbar|da|im)|unterwegs|verreist|außer haus)|\bich arbeite nicht mehr|\bich habe (?:[^ .]{1,20} ){0,3}verlassen/,
  /\bje (?:suis|serai) (?:[^ .]{1,20} ){0,3}(?:en déplacement|indisponible|hors du bureau)|\bje ne (?:travaille|fais) plus|\b(?:estoy|estaré) (?:fuera|de baja|de viaje)|\bya no trabajo|\b(?:estou|estarei) (?:fora|de licença|em viagem)|\b(?:já não trabalho|não trabalho mais)/,
  /\b(?:sono|sarò) (?:fuori|assente|in viaggio)|\bnon lavoro più|\bik ben (?:[^ .]{1,20} ){0,3}(?:niet aanwezig|met verlof|weg)|\bik werk niet (?:meer|langer)|\bjag är (?:[^ .]{1,20} ){0,2}(?:borta|på semester|ledig|frånvarande)|\bjeg er (?:[^ .]{1,20} ){0,2}(?:bortreist|på ferie|ikke på)|(?:nie pracuję już|już nie pracuję|jestem nieobecn)/,
  /я (?:[^ .]{1,20} ){0,2}(?:больше не работаю|уехал|в отъезде)|私は[^。]{0,12}(?:外出|出張|休み)|退職(?:いたし|しま)|我(?:目前|现在|已)?(?:外出|出差|离职|離職)/,
  /自動(?:返信|応答)|不在|休暇|自动(?:回复|答复)|自動回覆|休假|автоответ|в отпуске|отсутств|부재|휴가/,
);

/** Enhanced status codes (RFC 3463) and replies of SMTP (RFC 5321 §4.2) where words say that they are some. */
const ENHANCED = /(?<![\d.])([245])\.\d{1,3}\.\d{1,3}(?![\d.]\d)/g;
const SMTP =
  /(?:said:?|error:?|<<<|code:?|smtp;|replied:?|responded:?|response:?|status:?|server:|\bwith:?|#)\s*\(?([45])\d\d(?!\d)|(?<![\d.+])([45])[0-5]\d[ -](?=#?[45]\.\d|[^.]{0,40}(?:mailbox|user|unknown|recipient|relay|no such|unrouteable|denied|reject|address|quota|spam|blocked|not allowed|unavailable))/g;

/** What the words of a notice say; null where they say nothing of a delivery. Linear in their length. */
export interface SaidInWords {
  words: NoticeWords | null;
  /** RFC 3463, the first that there is; null: none. */
  status: string | null;
}

/**
 * @param text bounded, in lower case, with white space as single spaces
 * @param subject likewise
 */
export function saidInWords(text: string, subject: string): SaidInWords {
  const all = `${subject} . ${text}`;
  const statuses = [...all.matchAll(ENHANCED)];
  const classes = new Set([
    ...statuses.map(([, kind]) => kind),
    ...[...all.matchAll(SMTP)].map(([, one, other]) => one ?? other),
  ]);
  return { words: wordsOf(all, classes), status: statuses[0]?.[0] ?? null };
}

function wordsOf(all: string, classes: ReadonlySet<string | undefined>): NoticeWords | null {
  if (classes.size === 0 && ABOUT_A_PERSON.test(all)) return null;
  const failed = FAILED.test(all);
  const over = GIVEN_UP.test(all);
  if (DELAYED.test(all) && !over) return 'delayed';
  if (classes.has('5') || (over && (failed || classes.size > 0))) return 'failed';
  if (classes.has('4')) return 'delayed';
  if (failed) return 'failed';
  return DELIVERED.test(all) ? 'delivered' : null;
}

/** Whether a Subject is a vacation responder's. */
export const isAboutAPerson = (subject: string): boolean =>
  ABOUT_A_PERSON.test(subject) || SIEVE_SUBJECT.test(subject);

/** What Sieve writes unless told otherwise (RFC 5230 §4.6). */
const SIEVE_SUBJECT = /^auto: /;
