import { describe, expect, it } from 'vitest';
import { detectLanguage, mainLanguage } from '../../../src/core/import/page-language.ts';

const PAGES = [
  ['en', 'The ferry to Orvel Bay was stopped at dawn, and nobody on the quay was told why.'],
  ['ru', 'Паром в бухту Орвель остановили на рассвете, и никто на причале не узнал почему.'],
  ['be', 'Паром у бухту Орвель спынілі на досвітку, і ніхто на прыстані не даведаўся чаму.'],
  ['uk', 'Пором до бухти Орвель зупинили на світанку, і ніхто на причалі не дізнався чому.'],
  [
    'de',
    'Die Fähre in die Bucht von Orvel wurde im Morgengrauen angehalten, und niemand erfuhr, warum.',
  ],
  [
    'fr',
    'Le bac pour la baie d’Orvel a été arrêté à l’aube, et personne sur le quai n’a su pourquoi.',
  ],
  ['es', 'El transbordador a la bahía de Orvel fue detenido al amanecer y nadie supo por qué.'],
  [
    'pl',
    'Prom do zatoki Orvel został zatrzymany o świcie i nikt na nabrzeżu nie wiedział dlaczego.',
  ],
] as const;

describe('detectLanguage', () => {
  it.each(PAGES)('tells %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('does not guess from a few words', () => {
    expect(detectLanguage('Orvel Bay, p. 4')).toBeNull();
    expect(detectLanguage('')).toBeNull();
  });

  it('does not take Russian capitals for Bulgarian', () => {
    const heading = 'ГОСУДАРСТВЕННЫЙ СТАНДАРТ. ОБЩИЕ ПРАВИЛА ОФОРМЛЕНИЯ. ИЗДАНИЕ ПЕРВОЕ';
    expect(detectLanguage(heading)).toBe('ru');
  });
});

describe('mainLanguage', () => {
  it('is that of most of the text, not of most pages', () => {
    const page = (language: string | null, length: number) => ({
      language,
      text: 'x'.repeat(length),
    });
    expect(mainLanguage([page('en', 10), page('en', 10), page('be', 90), page(null, 500)])).toBe(
      'be',
    );
    expect(mainLanguage([page(null, 10)])).toBe('');
  });
});
