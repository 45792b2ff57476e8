import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchLibrary } from '../../helpers/search-library.ts';

let library: SearchLibrary;
const ids: Record<string, number> = {};

beforeAll(async () => {
  library = await SearchLibrary.create();
  ids['en'] = library.add('Morning in Marlin', [
    'Officers arrested Taras Velin near the bakery. The arresting officer gave no reason for it.',
    'The court of Marlin heard four witnesses; nobody was acquitted by the judges in that hall.',
  ]);
  ids['ru'] = library.add('Утро в Марлине', [
    'Суд приговорил Тараса Велина к трём годам. Приговор был объявлен в пустом зале, ещё до полудня.',
    'Свидетельница рассказала о задержаниях у «Белой пекарни» — задержанных увезли на двух автобусах.',
  ]);
  ids['be'] = library.add('Раніца ў Марліне', [
    'Сям’я Тараса Веліна чакала ля турмы ўвесь дзень. Затрыманых трымалі без вады, аб’явы не было.',
    'Праваабаронца Язэп Кавальскі наведаў зняволеных і запісаў іхнія сведчанні пра катаванні.',
  ]);
  ids['uk'] = library.add('Ранок у Марліні', [
    'Сім’я Тараса Веліна приїхала до в’язниці. Затриманих утримували без води їхні наглядачі.',
  ]);
});
afterAll(() => library.dispose());

describe('words of four languages', () => {
  it.each([
    ['arrest', 'en', 1, ['arrested', 'arresting']],
    ['ARRESTS', 'en', 1, ['arrested', 'arresting']],
    ['witness', 'en', 2, ['witnesses']],
    ['приговоры', 'ru', 1, ['приговорил', 'Приговор']],
    ['трех', 'ru', 1, []],
    ['трем', 'ru', 1, ['трём']],
    ['задержанный', 'ru', 2, ['задержанных']],
    ['пекарня', 'ru', 2, ['пекарни']],
    ['зняволеныя', 'be', 2, ['зняволеных']],
    ['Кавальскага', 'be', 2, ['Кавальскі']],
    ["сям'я", 'be', 1, ['Сям’я']],
    ['сямʼя', 'be', 1, ['Сям’я']],
    ['в`язниця', 'uk', 1, ['в’язниці']],
    ['наглядачів', 'uk', 1, ['наглядачі']],
  ])('%s finds %s:%i and marks %j', (query, language, page, marks) => {
    if (marks.length === 0) {
      expect(library.find(query)).toEqual([]);
      return;
    }
    expect(library.find(query)[0]).toBe(`${ids[language]}:${page}`);
    expect(library.marked(query)).toEqual(marks);
  });

  it('does not care for accents, soft hyphens and zero-width characters', () => {
    const id = library.add('Notes', [
      'Пра́вда сказана там. A co\u00ADope\u00ADrative, then a café and a naı\u0308ve clerk called Łukasz.',
    ]);
    expect(library.find('правда')).toEqual([`${id}:1`]);
    expect(library.marked('правда')).toEqual(['Пра́вда']);
    expect(library.marked('cooperative')).toEqual(['co\u00ADope\u00ADrative']);
    expect(library.marked('CAFE')).toEqual(['café']);
    expect(library.marked('lukasz')).toEqual(['Łukasz']);
  });

  it('finds й, ў and ї only as themselves', () => {
    const id = library.add('Letters', ['Маленькая зайка. Ваўкі вылі. Її слово.']);
    expect(library.find('заика')).toEqual([]);
    expect(library.find('зайка')).toEqual([`${id}:1`]);
    expect(library.find('ваўкі')).toEqual([`${id}:1`]);
    expect(library.find('вауки')).toEqual([]);
  });

  it('has an index that equals its text', () => {
    expect(library.index.verify()).toEqual({ pages: 9, problems: 0 });
  });
});
