import { portalItems } from './portal-items.js';

describe('what of a JSON value is sent', () => {
  it('is a procedure of each form, alone, in a list, or in an answer of the portal', () => {
    const detail = { code: '1.000001', executionMethods: [] };
    const old = { MATTHC: '1.000002' };
    expect(portalItems(detail)).toEqual([{ code: '1.000001', crawled: false, item: detail }]);
    expect(portalItems([detail, old]).map(({ code }) => code)).toEqual(['1.000001', '1.000002']);
    expect(portalItems({ error_code: '0', result: [old] })).toEqual([{ code: '1.000002', crawled: false, item: old }]);
    expect(portalItems({ data: detail })).toHaveLength(1);
  });

  it('is only the headline of crawled text', () => {
    const crawled = { ma_thu_tuc: '1.000003', ten_thu_tuc: 'Tên', trinh_tu_thuc_hien: 'dài', source_folder: 'x' };
    expect(portalItems(crawled)).toEqual([
      { code: '1.000003', crawled: true, item: { ma_thu_tuc: '1.000003', ten_thu_tuc: 'Tên' } },
    ]);
  });

  it.each([['text'], [7], [null], [['1.002544']], [{ code: 'VN', sessions: {} }], [{ result: 'none' }]])(
    'is nothing of %j',
    (value) => {
      expect(portalItems(value)).toEqual([]);
    },
  );
});
