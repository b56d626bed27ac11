import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../../adapters/texts/load.ts';
import { peopleValues } from '../../../adapters/texts/people.ts';

const texts = loadTexts();
const inEnglish = texts.wordingFor('en');

describe('people for texts', () => {
  it('are named as a list, which ends with how many nobody told the name of', () => {
    expect(peopleValues(['Hanna', 'Gus', 'Gia'], 3, inEnglish)).toMatchObject({
      ...{ named: 'yes', other: 'Hanna, Gus and Gia', count: 3, othersCount: 3 },
    });
    expect(peopleValues(['Hanna', null, ''], 3, inEnglish).other).toBe('Hanna and 2 other participants');
    expect(peopleValues([null, null], 3, inEnglish)).toMatchObject({ named: 'yes', count: 2 });
  });

  it('without a name are the only other one, or one of the others', () => {
    expect(peopleValues([null], 1, inEnglish)).toMatchObject({ named: 'no', other: 'the other participant' });
    expect(peopleValues([null], 3, inEnglish)).toMatchObject({ named: 'among', other: 'one of the others' });
  });

  it('are each addressed as their language does it', () => {
    const inJapanese = texts.wordingFor('ja');
    expect(peopleValues(['Hanna', null], 2, inJapanese).other).toBe('Hannaさん、ほか1名');
    expect(peopleValues(['Hanna', 'Gus', null], 3, texts.wordingFor('de')).other).toBe(
      'Hanna, Gus und noch jemand',
    );
  });

  it.each(texts.languages)(
    'in %s, a text about one of several does not speak of the other one',
    (language) => {
      const { t } = texts.wordingFor(language);
      const [one, several] = [1, 3].map((count) => peopleValues([null], count, texts.wordingFor(language)));
      const keys = ['page.decide.lead', 'mail.label.wrote', 'page.quote.theirs'] as const;
      for (const key of keys) expect(t(key, several), key).not.toBe(t(key, one));
    },
  );
});
