import { CodeMaps } from '../record/code-maps.js';
import { ourItem } from './our-item.js';
import { readList } from './read-list.js';

describe('a list of the portal', () => {
  it('is read each code once, in composed letters, whatever the case of its keys and whatever came as a number', () => {
    const rows = [
      { MATTHC: 1.00168, TENTTHC: 'Cấp phép'.normalize('NFD') },
      { mattThc: 'x', matthc: ' 1.013225 ', tentthc: 7 },
      { MATTHC: '1.001680', TENTTHC: 'Lần nữa' },
    ];
    expect(readList('procedure', rows)).toEqual({
      codes: [
        { code: '1.001680', name: 'Cấp phép' },
        { code: '1.013225', name: '7' },
      ],
      unreadable: 0,
    });
    expect(readList('agency', [{ MADONVI: 'H48\0', TENDONVI: 'Tỉnh \ud800' }]).codes).toEqual([
      { code: 'H48', name: 'Tỉnh \ufffd' },
    ]);
  });

  it('counts the rows that name nothing', () => {
    expect(
      readList('field', [{ TENLINHVUC: 'Thú y' }, { MALINHVUC: '' }, { MALINHVUC: 'G1', TENLINHVUC: null }]),
    ).toEqual({ codes: [{ code: 'G1', name: '' }], unreadable: 2 });
  });
});

describe("a procedure of the portal's", () => {
  it('is kept in texts, with codes that are ours by the maps', () => {
    const maps = new CodeMaps([
      { kind: 'procedure', code: '1.001686', portalCode: '2.000001' },
      { kind: 'field', code: 'G10-NN12', portalCode: 'TY' },
      { kind: 'agency', code: 'H48.12', portalCode: '000.00.12.H48' },
    ]);
    const given = {
      MATTHC: 2.000001,
      TENTTHC: 'Cấp\0 phép',
      LINHVUCTHUCHIEN: { MALINHVUC: 'TY', TENLINHVUC: 'Thú y' },
      COQUANTHUCHIEN: [{ MADONVI: '000.00.12.H48' }, 'Sở khác'],
      CACHTHUCTHUCHIEN: [{ THOIGIAN: [{ THOIGIANGIAIQUYET: 5, MOTA: null }] }],
    };
    expect(ourItem(given, '2.000001', maps)).toEqual({
      MATTHC: '1.001686',
      TENTTHC: 'Cấp phép',
      LINHVUCTHUCHIEN: { MALINHVUC: 'G10-NN12', TENLINHVUC: 'Thú y' },
      COQUANTHUCHIEN: [{ MADONVI: 'H48.12' }, 'Sở khác'],
      CACHTHUCTHUCHIEN: [{ THOIGIAN: [{ THOIGIANGIAIQUYET: '5', MOTA: '' }] }],
    });
  });
});
