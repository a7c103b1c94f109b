import { layOutReport, sayPeriod } from './lay-out-report.js';

const line = {
  carriedOver: 2,
  receivedOnline: 3,
  receivedAtCounter: 4,
  receivedByPost: 1,
  finishedEarly: 1,
  finishedOnDay: 2,
  finishedLate: 1,
  stopped: 1,
  withdrawn: 1,
  runningInTime: 3,
  runningLate: 1,
  due: 4,
  dueOnTime: 3,
};

describe('form II.06', () => {
  it('has a row a line, and the total last', async () => {
    const view = {
      agency: 'H48',
      period: '2026-11',
      by: 'agency' as const,
      asOf: null,
      total: { code: 'H48', name: 'Ủy ban nhân dân tỉnh', ...line },
      lines: [{ code: 'H48.12', name: 'Sở Xây dựng', ...line }],
    };
    const printedAt = Temporal.Instant.from('2026-12-01T08:00:00+07:00');
    const table = layOutReport(view, { issuer: { superior: null, agency: 'Ủy ban nhân dân tỉnh' }, printedAt });
    const rows = await Array.fromAsync(table.rows);
    const cells = [10, 3, 5, 2, 4, 1, 2, 1, 2, 4, 3, 1];
    expect(rows).toEqual([
      [1, 'Sở Xây dựng', ...cells],
      [null, 'Tổng cộng', ...cells],
    ]);
    expect(table.columns).toHaveLength(14);
  });

  it('says the period as papers do', () => {
    expect(['2026', '2026-Q4', '2026-09'].map(sayPeriod)).toEqual(['Năm 2026', 'Quý IV năm 2026', 'Tháng 9 năm 2026']);
  });
});
