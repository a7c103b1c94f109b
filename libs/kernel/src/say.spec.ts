import { sayAmount, sayDay, sayMoment } from './say.js';

describe('what is said to people', () => {
  it.each([
    ['2026-02-05T17:00:00Z', '00 giờ 00 phút, ngày 06 tháng 02 năm 2026', '00:00 on 6 February 2026'],
    ['2026-03-09T06:05:00+07:00', '06 giờ 05 phút, ngày 09 tháng 3 năm 2026', '06:05 on 9 March 2026'],
    ['2026-12-25T08:10:00+07:00', '08 giờ 10 phút, ngày 25 tháng 12 năm 2026', '08:10 on 25 December 2026'],
  ])('%s is “%s”, or “%s”', (instant, vietnamese, english) => {
    expect([sayMoment(instant, 'vi'), sayMoment(instant, 'en')]).toEqual([vietnamese, english]);
  });

  it.each([
    ['2026-01-31', 'ngày 31 tháng 01 năm 2026', '31 January 2026'],
    ['2026-02-06', 'ngày 06 tháng 02 năm 2026', '6 February 2026'],
    ['2026-03-09', 'ngày 09 tháng 3 năm 2026', '9 March 2026'],
    ['2026-12-01', 'ngày 01 tháng 12 năm 2026', '1 December 2026'],
  ])('the day %s is “%s”, or “%s”', (day, vietnamese, english) => {
    expect([sayDay(day, 'vi'), sayDay(day, 'en')]).toEqual([vietnamese, english]);
  });

  it('an amount has its thousands apart, by a point or by a comma', () => {
    expect([0, 500, 115_000, 12_345_678].map((amount) => sayAmount(amount, 'vi'))).toEqual([
      ...['0 đồng', '500 đồng', '115.000 đồng', '12.345.678 đồng'],
    ]);
    expect(sayAmount(12_345_678, 'en')).toBe('12,345,678 dong');
  });
});
