import { readSeed } from './seed-files.js';

interface PortalDetail {
  code: string;
  executionMethods: {
    submissionMethod: string;
    processingTime: number;
    description: string;
    fees: { value: number | null; description: string }[];
  }[];
  executionCases: { profileComponents: { required: boolean; originalQty: number; copyQty: number }[] }[];
  cases: { code: string; processingDay: { qty: number } }[];
  createdAt: number;
  updatedAt: number;
}
interface LayThuTuc {
  MATTHC: string;
  TRINHTUTHUCHIEN: string;
  CACHTHUCTHUCHIEN: {
    KENH: string;
    THOIGIAN: { THOIGIANGIAIQUYET: string; MOTA: string; PHILEPHI: { SOTIEN: string | null; MOTA: string }[] }[];
  }[];
  THANHPHANHOSO: { GIAYTO: { SOBANCHINH: string; SOBANSAO: string; BATBUOC: string }[] }[];
  NGAYCAPNHAT: number;
}
const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

// Without these traps an import spec that reads a sample would prove nothing.
describe('the samples in the forms of the national portal', () => {
  it('keep every trap of the detail API: two rows per channel, fees null and 0, notes, nothing required, a wrong case', () => {
    const detail = readSeed<PortalDetail>('samples/portal-detail.json');
    for (const channel of ['DIRECT', 'ONLINE', 'POSTAL']) {
      const rows = detail.executionMethods.filter((row) => row.submissionMethod === channel);
      expect(rows.map((row) => row.processingTime)).toEqual([7, 10]);
      expect(new Set(rows.map((row) => row.description)).size).toBe(2);
    }
    const fees = detail.executionMethods.flatMap((row) => row.fees);
    expect(new Set(fees.map((fee) => fee.value))).toEqual(new Set([null, 0]));
    expect(fees.every((fee) => fee.description.includes('Hội đồng nhân dân'))).toBe(true);
    const papers = detail.executionCases.flatMap((one) => one.profileComponents);
    expect(papers.every((paper) => !paper.required)).toBe(true);
    expect(sorted(papers.map((paper) => paper.originalQty + paper.copyQty))).toEqual([0, 1, 1]);
    expect(detail.cases.map((one) => one.processingDay.qty)).toEqual([8, 14]);
    expect(new Set(detail.cases.map((one) => one.code)).size).toBe(1);
    expect([detail.createdAt, detail.updatedAt].every((time) => time > 1e12)).toBe(true);
    expect(detail.code).toMatch(/^9\.9999/);
  });

  it('keep them in the upper-case form of LayThuTuc too', () => {
    const answer = readSeed<LayThuTuc>('samples/lay-thu-tuc.json');
    expect(answer.CACHTHUCTHUCHIEN.map((way) => way.KENH)).toEqual(['1', '2', '3']);
    for (const { THOIGIAN } of answer.CACHTHUCTHUCHIEN) {
      expect(THOIGIAN.map((row) => row.THOIGIANGIAIQUYET)).toEqual(['7', '10']);
      expect(new Set(THOIGIAN.map((row) => row.MOTA)).size).toBe(2);
    }
    const fees = answer.CACHTHUCTHUCHIEN.flatMap((way) => way.THOIGIAN.flatMap((row) => row.PHILEPHI));
    expect(new Set(fees.map((fee) => fee.SOTIEN))).toEqual(new Set([null, '0']));
    const papers = answer.THANHPHANHOSO.flatMap((group) => group.GIAYTO);
    expect(papers.every((paper) => paper.BATBUOC === '0')).toBe(true);
    expect(sorted(papers.map((paper) => Number(paper.SOBANCHINH) + Number(paper.SOBANSAO)))).toEqual([0, 1, 1]);
    expect(answer.TRINHTUTHUCHIEN).toContain('08 ngày');
    expect(answer.NGAYCAPNHAT).toBeGreaterThan(1e12);
    expect(answer.MATTHC).toMatch(/^9\.9999/);
  });
});
