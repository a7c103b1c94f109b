import { announced, at, definition, state, tariffLine, version } from '../testing.fixture.js';
import type { ProcedureState } from '../procedure/procedure-state.js';
import { importItems } from './import-items.js';
import { type ImportedDraft, Remarks } from './imported-draft.js';
import { KnownNames } from './known-names.js';

const now = at('2026-11-23T23:30:00');
const CODE = '1.001686';
const { validFrom, ...undated } = tariffLine;
function draft(change: Partial<ImportedDraft> = {}, ask = true): ImportedDraft {
  const remarks = new Remarks();
  if (ask) remarks.ask('LEVEL_UNCLEAR', '/level', { vi: '?', en: '?' });
  return {
    ...{ code: CODE, definition, fields: [{ code: 'G10-NN12', name: 'Thú y' }] },
    ...{
      agencies: [{ code: null, name: 'Uỷ ban nhân dân cấp xã' }],
      tariff: [undated],
      tariffFrom: null,
      saysFree: false,
      remarks,
    },
    ...change,
  };
}
const item = (given: Partial<ImportedDraft> = {}, contentHash = 'h1') => ({
  read: { draft: draft(given), unread: [] },
  contentHash,
});
const known = new KnownNames([{ code: 'G10-NN12', name: 'Thú y', revision: 1 }], []);
const run = (items: Parameters<typeof importItems>[0], before?: ProcedureState) =>
  importItems(items, new Map(before ? [[CODE, before]] : []), known, now);

describe('an import', () => {
  it('makes a draft of a procedure that is new, with its questions, and its fees from the day on that the portal says', () => {
    const { results, procedures, newFields } = run([item({ tariffFrom: '2026-05-04' })]);
    expect(results).toEqual([
      { index: 0, code: CODE, outcome: 'created', version: 1, openQuestions: ['LEVEL_UNCLEAR'], faults: [] },
    ]);
    expect(newFields).toEqual([]);
    const lines = [{ ...undated, validFrom: '2026-05-04' }];
    expect(procedures).toMatchObject([
      {
        before: null,
        after: {
          procedure: {
            ...{ code: CODE, revision: 1 },
            versions: [{ version: 1, origin: 'imported', contentHash: 'h1', revision: 1, announcement: null }],
          },
          tariff: { procedure: CODE, lines, imported: true, revision: 1 },
        },
        facts: [
          { type: 'versionImported', version: 1, contentHash: 'h1' },
          { type: 'tariffImported', revision: 1, lines },
        ],
      },
    ]);
  });

  it('takes fees to hold from today in Vietnam on, where the portal says no day', () => {
    expect(run([item()]).procedures[0]?.after.tariff?.lines).toEqual([{ ...undated, validFrom: '2026-11-23' }]);
    expect(run([item({ tariff: undefined })]).procedures).toMatchObject([
      { after: { tariff: null }, facts: [{ type: 'versionImported' }] },
    ]);
  });

  it('writes a draft anew that only imports have written, and counts its revisions and those of its tariff', () => {
    const imported = version({ origin: 'imported', contentHash: 'h0', revision: 4 });
    const tariff = { procedure: CODE, lines: [], imported: true, revision: 6 };
    const { results, procedures } = run([item()], state([imported], { tariff }));
    expect(results).toMatchObject([{ outcome: 'updated', version: 1 }]);
    expect(procedures[0]?.after).toMatchObject({
      procedure: { revision: 4, versions: [{ contentHash: 'h1', revision: 5 }] },
      tariff: { revision: 7, imported: true },
    });
  });

  it.each<[string, ProcedureState]>([
    [
      'a person has set',
      state([version({ origin: 'imported' })], {
        tariff: { procedure: CODE, lines: [], imported: false, revision: 2 },
      }),
    ],
    ['may bind a dossier', state([announced], { tariff: { procedure: CODE, lines: [], imported: true, revision: 2 } })],
  ])('leaves a tariff alone that %s, and says so (R16)', (_, before) => {
    const [procedure] = run([item()], before).procedures;
    expect(procedure?.after.tariff).toBe(before.tariff);
    expect(procedure?.facts.map(({ type }) => type)).toEqual(['versionImported']);
    const notes = (given: Partial<ImportedDraft>) =>
      run([item(given)], before)
        .procedures[0]?.after.procedure.versions.at(-1)
        ?.notes.map(({ code }) => code);
    expect(notes({})).toEqual(['TARIFF_KEPT']);
    expect(notes({ tariff: undefined })).toEqual([]);
  });

  it('changes nothing by what is there already, and refuses what a person has edited, each by its place', () => {
    const same = version({ origin: 'imported', contentHash: 'h1' });
    expect(run([item()], state([same]))).toEqual({
      results: [{ index: 0, code: CODE, outcome: 'unchanged', version: 1, openQuestions: [], faults: [] }],
      procedures: [],
      newFields: [],
    });
    const edited = version({ origin: 'imported-edited', contentHash: 'h0' });
    const { results, procedures } = run([item(), item()], state([edited]));
    expect(procedures).toEqual([]);
    expect(results.map(({ faults }) => faults.map(({ pointer, code }) => `${pointer} ${code}`))).toEqual([
      ['/items/0 DRAFT_EDITED'],
      ['/items/1 DRAFT_EDITED'],
    ]);
  });

  it('refuses a bad item and imports the rest', () => {
    const fault = { pointer: '/items/0', code: 'NOT_AN_OBJECT', detail: { vi: '', en: '' } };
    const bad = { read: { draft: undefined, code: null, faults: [fault] }, contentHash: 'h' };
    expect(run([bad, item()]).results).toMatchObject([
      { index: 0, code: null, outcome: 'refused', faults: [fault] },
      { index: 1, code: CODE, outcome: 'created' },
    ]);
  });

  it('takes an item twice that says the same, and refuses one that says otherwise of the same procedure', () => {
    const { results, procedures } = run([item(), item(), item({}, 'h2')]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['created', 'unchanged', 'refused']);
    expect(results[2]?.faults).toMatchObject([{ pointer: '/items/2', code: 'CODE_TWICE' }]);
    expect(procedures).toHaveLength(1);
  });

  it('brings a field that the catalogue does not know once, for all items that name it', () => {
    const fields = [{ code: 'G99', name: 'Lĩnh vực mới' }];
    const { newFields, procedures } = run([item({ fields }), item({ code: '1.001687', fields })]);
    expect(newFields).toEqual([{ code: 'G99', name: 'Lĩnh vực mới', revision: 1 }]);
    expect(procedures.map(({ after }) => after.procedure.versions[0]?.definition.field.code)).toEqual(['G99', 'G99']);
    expect(run([item({ fields: [{ code: null, name: 'Lạ' }] })]).newFields).toEqual([]);
  });

  it('asks each kind of question once in its answer, and keeps every one in the draft', () => {
    const remarks = new Remarks();
    for (const at of [0, 1]) remarks.ask('FEE_NOT_SET', `/tariff/lines/${at}/amount`, { vi: '?', en: '?' });
    const { results, procedures } = run([item({ remarks })]);
    expect(results[0]?.openQuestions).toEqual(['FEE_NOT_SET']);
    expect(procedures[0]?.after.procedure.versions[0]?.openQuestions.map(({ id }) => id)).toEqual(['q1', 'q2']);
  });
});

describe('the questions of a draft', () => {
  it('that are about none of the places that changed are not asked', () => {
    const remarks = new Remarks();
    for (const pointer of ['/name', '/level', '/variants/0/term'])
      remarks.ask('TERM_NOT_READ', pointer, { vi: '?', en: '?' });
    remarks.keepQuestionsAbout(['/name', '/variants']);
    expect(remarks.numbered().map(({ id, pointer }) => [id, pointer])).toEqual([
      ['q1', '/name'],
      ['q2', '/variants/0/term'],
    ]);
  });
});
