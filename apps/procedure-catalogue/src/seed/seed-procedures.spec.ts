import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { repeated } from './repeated.js';
import { readSeed, seedFilesIn } from './seed-files.js';
import type { Agency, Procedure } from './seed-shapes.js';

const fields = readSeed<{ code: string }[]>('fields.json');
const agencyCodes = new Set(readSeed<Agency[]>('agencies.json').map((agency) => agency.code));
const procedures = seedFilesIn('procedures/').map((path) => [path, readSeed<Procedure>(path)] as const);
const isDate = (value: string): boolean => Temporal.PlainDate.from(value).toString() === value;

describe.each(procedures)('the seed file %s', (path, procedure) => {
  const { version, tariff, announcement } = procedure;
  const variantCodes = version.variants.map((variant) => variant.code);

  it('is named by its code and points to an existing field and agency', () => {
    expect(path).toBe(`procedures/${procedure.code}.json`);
    expect(fields.map((field) => field.code)).toContain(procedure.field);
    const isCommune = procedure.level === 'commune';
    expect([procedure.competentLevel, (procedure.agencies?.length ?? 0) > 0]).toEqual(
      isCommune ? ['commune', false] : [undefined, true],
    );
    for (const code of procedure.agencies ?? []) expect(agencyCodes).toContain(code);
  });

  it('has a term and readable, required papers in each variant', () => {
    expect(repeated(variantCodes)).toEqual([]);
    for (const { term, components } of version.variants) {
      const counted = Number.isInteger(term.amount) && Number(term.amount) > 0;
      expect([term.amount === undefined, counted]).toEqual(term.unit === 'sameDay' ? [true, false] : [false, true]);
      expect(repeated(components.map((component) => component.code))).toEqual([]);
      expect(components.some((component) => component.required)).toBe(true);
      for (const component of components) {
        expect(component.code).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)*$/);
        expect(component.originals + component.copies).toBeGreaterThan(0);
      }
    }
  });

  it('has a form schema that compiles as JSON Schema 2020-12', () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    addFormats.default(ajv);
    expect(ajv.compile(version.formSchema)({})).toBe(false);
  });

  it('publishes the reason of a partial online level', () => {
    expect(['full', 'partial', 'information']).toContain(version.onlineLevel);
    expect(Boolean(version.onlineLevelReason)).toBe(version.onlineLevel === 'partial');
    expect(version.onlineLevel === 'information').toBe(!version.channels.includes('online'));
  });

  it('was decided, then published, then took effect', () => {
    const { decidedOn, publishedOn, effectiveFrom } = announcement;
    const days = [decidedOn, publishedOn, effectiveFrom];
    expect(days.every(isDate)).toBe(true);
    expect(days.toSorted()).toEqual(days);
  });

  it('has dated tariff lines in whole đồng whose windows of one code do not overlap (R16)', () => {
    for (const line of tariff.lines) {
      expect(Number.isSafeInteger(line.amount) && Number(line.amount) >= 0).toBe(true);
      expect(['phi', 'lePhi']).toContain(line.kind);
      expect(['beforeAcceptance', 'beforeReturn']).toContain(line.collectedAt);
      expect(version.channels).toEqual(expect.arrayContaining(line.channels));
      expect([null, ...variantCodes]).toContain(line.variant);
      expect(isDate(line.validFrom)).toBe(true);
      expect(line.validTo === null || (isDate(line.validTo) && line.validFrom < line.validTo)).toBe(true);
    }
    const ordered = tariff.lines.toSorted((a, b) => (a.code + a.validFrom < b.code + b.validFrom ? -1 : 1));
    ordered.slice(1).forEach((line, at) => {
      const before = ordered[at];
      const ends = before?.validTo ?? null;
      expect(before?.code !== line.code || (ends !== null && ends <= line.validFrom)).toBe(true);
    });
  });

  it('marks as illustrative only what is in the file', () => {
    for (const pointer of procedure.illustrative) {
      const value = pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], procedure);
      expect({ pointer, found: value !== undefined }).toEqual({ pointer, found: true });
    }
  });
});
