import { readCsv } from './csv.js';

describe('reading CSV', () => {
  it('keeps commas, quotes and line breaks of quoted fields', () => {
    expect(readCsv('a,b\r\n1,"x, ""y""\nz"\r\n,2\n')).toEqual([
      { a: '1', b: 'x, "y"\nz' },
      { a: '', b: '2' },
    ]);
  });

  it('needs no line break at the end, and no values', () => {
    expect(readCsv('\uFEFFa,b\n1,')).toEqual([{ a: '1', b: '' }]);
    expect(readCsv('a,b')).toEqual([]);
    expect(readCsv('')).toEqual([]);
  });
});
