import { repeated } from './repeated.js';
import { readSeed, seedFilesIn, seedText } from './seed-files.js';
import type { Agency, Procedure } from './seed-shapes.js';

const agencies = readSeed<Agency[]>('agencies.json');
const fields = readSeed<{ code: string }[]>('fields.json');
const procedureFiles = seedFilesIn('procedures/');
const procedures = procedureFiles.map((path) => [path, readSeed<Procedure>(path)] as const);
const agencyCodes = new Set(agencies.map((agency) => agency.code));

describe('the seed of Quảng Ngãi', () => {
  it.each([
    'agencies.json',
    'fields.json',
    'policies.json',
    'officers.json',
    'personas.json',
    'process-definitions.json',
    'procedure-groups.json',
    ...seedFilesIn('calendars/'),
    ...seedFilesIn('samples/'),
    ...procedureFiles,
  ])('writes %s in composed Vietnamese letters (NFC)', (path) => {
    expect(seedText(path)).toBe(seedText(path).normalize('NFC'));
  });

  it('has one tree of agencies below H48, with at least 12 departments and 60 communes', () => {
    expect(repeated(agencies.flatMap((agency) => [agency.code, agency.legacyCode]))).toEqual([]);
    expect(agencies.filter((agency) => agency.parent === null).map((agency) => agency.code)).toEqual(['H48']);
    expect(agencies.filter((agency) => agency.parent !== null && !agencyCodes.has(agency.parent))).toEqual([]);
    expect(agencies.every((agency) => agency.calendar === 'VN')).toBe(true);
    expect(agencies.filter((agency) => agency.level === 'department').length).toBeGreaterThanOrEqual(12);
    expect(agencies.filter((agency) => agency.level === 'commune').length).toBeGreaterThanOrEqual(60);
  });

  it('gives each agency the legacy form of its code (R2), and never that of a former district', () => {
    for (const { code, legacyCode } of agencies) {
      expect(legacyCode).toBe(`000.00.${(code.split('.')[1] ?? '00').padStart(2, '0')}.H48`);
    }
    expect(agencies.map((agency) => agency.legacyCode)).not.toContain('000.00.53.H48');
  });

  it('has at least 12 procedures over at least 6 fields, at both levels, in every unit of term', () => {
    const all = procedures.map(([, procedure]) => procedure);
    expect(repeated(all.map((procedure) => procedure.code))).toEqual([]);
    expect(repeated(fields.map((field) => field.code))).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(12);
    expect(new Set(all.map((procedure) => procedure.field)).size).toBeGreaterThanOrEqual(6);
    expect(new Set(all.map((procedure) => procedure.level))).toEqual(new Set(['province', 'commune']));
    const units = all.flatMap((procedure) => procedure.version.variants.map((variant) => variant.term.unit));
    expect(new Set(units)).toEqual(new Set(['workingDay', 'workingHour', 'calendarDay', 'month', 'sameDay']));
    expect(all.some((procedure) => procedure.tariff.lines.length === 0)).toBe(true);
  });

  it('lets 1.001686 be played online: 7 working days, three papers, 230,000 đồng before acceptance', () => {
    const procedure = readSeed<Procedure>('procedures/1.001686.json');
    expect(procedure.agencies).toEqual(['H48.12']);
    expect(procedure.version.channels).toContain('online');
    expect(procedure.version.variants).toHaveLength(1);
    expect(procedure.version.variants[0]?.term).toEqual({ amount: 7, unit: 'workingDay' });
    expect(procedure.version.variants[0]?.components.map((component) => component.code)).toEqual([
      'DON-DE-NGHI',
      'BAN-THUYET-MINH',
      'CHUNG-CHI-HANH-NGHE',
    ]);
    expect(procedure.tariff.lines).toMatchObject([{ kind: 'phi', amount: 230_000, collectedAt: 'beforeAcceptance' }]);
  });
});
