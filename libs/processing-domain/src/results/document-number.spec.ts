import { documentForm, documentNumber, isDocumentForm, sequenceIn } from '../index.js';

const FORMS = [
  { resultCode: null, form: '{number}/KQ-SNNMT' },
  { resultCode: 'GCN', form: '{number}/GCN-SNNMT' },
];

describe('the form of a document number', () => {
  it('is the agency’s own for a result, else the agency’s, else one of its identifier', () => {
    expect(documentForm(FORMS, 'H48.12', 'GCN')).toBe('{number}/GCN-SNNMT');
    expect(documentForm(FORMS, 'H48.12', 'VAN-BAN-TRA-LOI')).toBe('{number}/KQ-SNNMT');
    expect(documentForm([], 'H48.12', 'GCN')).toBe('{number}/KQ-H48.12');
  });

  it('is written with a number, and read again', () => {
    expect([15, 7, 123].map((n) => documentNumber('{number}/GCN-SNNMT', n))).toEqual([
      '15/GCN-SNNMT',
      '07/GCN-SNNMT',
      '123/GCN-SNNMT',
    ]);
    expect(['07/GCN-SNNMT', '7/GCN-SNNMT'].map((typed) => sequenceIn('{number}/GCN-SNNMT', typed))).toEqual([7, 7]);
    expect(sequenceIn('{number}/GCN-SNNMT', '15/GCN-SNNMT')).toBe(15);
    for (const other of ['015/GCN-SNNMT', '/GCN-SNNMT', '15/GP-SNNMT', 'x15/GCN-SNNMT'])
      expect(sequenceIn('{number}/GCN-SNNMT', other)).toBeNull();
  });

  it('has a number at one place, and more than that', () => {
    expect(['{number}/GP-SXD', '{number}', 'GP-SXD', '{number}/{number}'].map(isDocumentForm)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
