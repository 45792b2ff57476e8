import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchLibrary } from '../../helpers/search-library.ts';

let library: SearchLibrary;
const SPELLINGS = ['Tsimafeyeu', 'Timofeev', 'Цімафееў', 'Тимофеев', 'Цімафеева', 'Тимофеевым'];

beforeAll(async () => {
  library = await SearchLibrary.create();
  library.add('English', [
    'The gardener Ryhor Tsimafeyeu was seen by the lake. They went to search for him.',
  ]);
  library.add('Press', ['According to Grigory Timofeev, the lake was frozen.']);
  library.add('Раніца', ['Рыгора Цімафеева бачылі каля возера, казаў брат.']);
  library.add('Утро', ['У озера Тимофеевым был найден ключ, сказал брат.']);
  library.add('Siarhei', ['A boat belonged to Siarhei Astapenka.']);
});
afterAll(() => library.dispose());

describe('names in other spellings', () => {
  it.each(SPELLINGS)('%s finds all four', (spelling) => {
    expect(library.find(spelling).sort()).toEqual(['1:1', '2:1', '3:1', '4:1']);
  });

  it('puts what was typed first, and says and marks what else it found', () => {
    expect(library.find('Тимофеев')[0]).toBe('4:1');
    expect(library.find('Timofeev')[0]).toBe('2:1');
    const outcome = library.index.search('timofeev', { limit: 10 });
    expect(outcome.spellings).toEqual([
      { word: 'timofeev', variants: ['Tsimafeyeu', 'Тимофеевым', 'Цімафеева'] },
    ]);
    const marks = outcome.documents.map(({ documentId, pages }) =>
      pages.flatMap(({ page, marks }) =>
        marks.map(({ start, end }) => library.textOf(documentId, page).slice(start, end)),
      ),
    );
    expect(marks.flat().sort()).toEqual(['Timofeev', 'Tsimafeyeu', 'Тимофеевым', 'Цімафеева']);
  });

  it('names the word and the spellings as people write them', () => {
    const { spellings } = library.index.search('+Timofeev lake', { limit: 10 });
    expect(spellings.map(({ word }) => word)).toEqual(['Timofeev']);
    const title = library.add('Shouted', ['TSIMAFEYEU AND TSIMAFEYEU WERE THERE']);
    const after = library.index.search('Timofeev', { limit: 10 }).spellings;
    expect(after[0]?.variants).toContain('Tsimafeyeu');
    expect(after[0]?.variants).not.toContain('TSIMAFEYEU');
    library.remove(title);
  });

  it('knows given names', () => {
    expect(library.find('+Рыгор +Тимофеев').sort()).toEqual(['1:1', '2:1', '3:1']);
  });

  it('can be switched off, wholly, for one spelling, and by quotes', () => {
    const pages = (options: object): number =>
      library.index.search('Timofeev', { limit: 10, ...options }).total;
    expect(pages({ spellings: false })).toBe(1);
    expect(pages({ withoutSpellings: ['Tsimafeyeu'] })).toBe(3);
    expect(library.find('"Timofeev"')).toEqual(['2:1']);
  });

  it('takes no ordinary word for a name', () => {
    expect(library.find('search')).toEqual(['1:1']);
    expect(library.find('-Timofeev').sort()).toEqual(['1:1', '3:1', '4:1', '5:1']);
  });
});
