import { describe, expect, it } from 'vitest';
import { leaningOf } from '../../../domain/meeting/leaning.ts';

describe('words that seem to be', () => {
  it.each([
    ['a yes', 'ACCEPTED', ['Sounds good!', 'That works for me, see you then', 'Yes, thank you.', 'OK']],
    ['a yes in German', 'ACCEPTED', ['Passt mir gut.', 'Ja, gerne!', 'Ich bin dabei, bis dann']],
    ['a yes in French', 'ACCEPTED', ['Ça me convient.', 'D’accord, à bientôt', 'Oui, parfait']],
    ['a yes in Spanish', 'ACCEPTED', ['Me va bien, nos vemos', 'Perfecto', 'Sí, acepto']],
    ['a yes in Portuguese', 'ACCEPTED', ['Combinado!', 'Sim, até lá', 'Para mim está ótimo']],
    ['a yes in Japanese', 'ACCEPTED', ['承知しました。', '参加します。よろしくお願いします。']],
    [
      'a no',
      'DECLINED',
      ['I can’t', "Sorry, I can't make it.", 'It does not work for me', 'Unable to attend'],
    ],
    ['a no in German', 'DECLINED', ['Ich kann leider nicht.', 'Das passt mir nicht', 'Muss leider absagen']],
    ['a no in French', 'DECLINED', ['Je ne peux pas venir', 'Cela ne me convient pas']],
    ['a no in Spanish', 'DECLINED', ['No puedo, lo siento', 'No me va bien']],
    ['a no in Portuguese', 'DECLINED', ['Não posso ir', 'Infelizmente não consigo']],
    ['a no in Japanese', 'DECLINED', ['参加できません。', '申し訳ありませんが欠席します。']],
    ['a maybe', 'TENTATIVE', ['Maybe', 'Not sure yet, I’ll let you know']],
    [
      'a maybe in other languages',
      'TENTATIVE',
      ['Vielleicht', 'Peut-être', 'Quizás', 'Talvez', 'まだ未定です。'],
    ],
  ])('%s', (_name, answer, all) => {
    for (const words of all) expect([words, leaningOf(words)]).toEqual([words, answer]);
  });

  it.each([
    'Who is this?',
    'Can we do 3pm?',
    '',
    'Is that the right address? It is not really clear if that works.',
    'Können wir Freitag?',
  ])('nothing: %s', (words) => expect(leaningOf(words)).toBeNull());

  it('and only their beginning is read', () =>
    expect(leaningOf(`${'Dear all, '.repeat(40)} I can’t`)).toBeNull());
});
