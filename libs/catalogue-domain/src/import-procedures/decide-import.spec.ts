import type { VersionRecord } from '../procedure/procedure-record.js';
import type { VersionDefinition } from '../procedure/version-definition.js';
import { decideImport } from './decide-import.js';

const whole = { variants: [{}], asGiven: null } as unknown as VersionDefinition;
const headline = {
  variants: [],
  asGiven: { agencies: [], termAndFee: '…', decisionNumber: null },
} as unknown as VersionDefinition;
const bare = {
  variants: [],
  asGiven: { agencies: [], termAndFee: null, decisionNumber: null },
} as unknown as VersionDefinition;
const version = (change: Partial<VersionRecord> = {}): VersionRecord =>
  ({
    version: 1,
    definition: whole,
    origin: 'imported',
    contentHash: 'h1',
    openQuestions: [],
    announcement: null,
    ...change,
  }) as VersionRecord;
const decide = (
  versions: VersionRecord[],
  definition = whole,
  repeal: { from: string; decisionNumber: string } | null = null,
) => decideImport({ repeal, versions }, 'h2', definition);

describe('what an import does to a procedure', () => {
  it('creates the first version, and a draft beside what was announced', () => {
    expect(decideImport(undefined, 'h2', whole)).toEqual({ outcome: 'created', version: 1 });
    expect(decide([version({ announcement: {} as never })])).toEqual({ outcome: 'created', version: 2 });
  });

  it('changes nothing for a content that any version holds, even of an edited or announced one', () => {
    expect(decide([version({ contentHash: 'h2', origin: 'imported-edited' })])).toEqual({
      outcome: 'unchanged',
      version: 1,
    });
    expect(decide([version({ contentHash: 'h2', announcement: {} as never }), version({ version: 2 })])).toEqual({
      outcome: 'unchanged',
      version: 1,
    });
  });

  it('updates a draft that only imports have written', () => {
    expect(decide([version()])).toEqual({ outcome: 'updated', version: 1 });
    expect(decide([version({ definition: headline })])).toEqual({ outcome: 'updated', version: 1 });
  });

  it.each([
    ['written by hand', version({ origin: 'written', contentHash: null })],
    ['edited', version({ origin: 'imported-edited' })],
    ['with an answered question', version({ openQuestions: [{ answer: { text: 'x', by: 'y', at: 'z' } } as never] })],
  ])('takes no draft %s from its writer', (_, draft) => {
    expect(decide([draft])).toMatchObject({ outcome: 'refused', fault: { code: 'DRAFT_EDITED' } });
  });

  it.each([
    ['whole', whole],
    ['a headline', headline],
    ['a bare headline', bare],
  ])('updates a draft by one that tells as much: %s', (_, definition) => {
    expect(decide([version({ definition })], definition)).toEqual({ outcome: 'updated', version: 1 });
  });

  it('lets nothing that tells less replace what tells more', () => {
    expect(decide([version()], headline)).toEqual({ outcome: 'unchanged', version: 1 });
    expect(decide([version({ definition: headline })], bare)).toEqual({ outcome: 'unchanged', version: 1 });
    expect(decide([version({ announcement: {} as never })], headline)).toEqual({ outcome: 'unchanged', version: 1 });
  });

  it('leaves a repealed procedure alone', () => {
    expect(decide([version()], whole, { from: '2026-01-01', decisionNumber: '1' })).toMatchObject({
      outcome: 'refused',
      fault: { code: 'REPEALED' },
    });
  });
});
