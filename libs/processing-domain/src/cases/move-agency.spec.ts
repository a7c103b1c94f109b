import { moveAgency } from '../index.js';
import { anOpenCase, at, factsOf } from '../testing/a-case.fixture.js';

const TERM = { amount: 1, unit: 'workingDay' } as const;

describe('a case whose agency has ended', () => {
  it('goes to the successor with its tasks, which nobody holds there yet; its term and its dates stay (R23)', () => {
    const state = anOpenCase();
    const decided = moveAgency(state, 'H48.12', 'H48.07');
    expect(decided && factsOf(decided)).toEqual(['stepChanged']);
    expect(decided?.state).toMatchObject({
      terms: { competentAgency: 'H48.07', receivingAgency: 'H48.1' },
      tasks: [{ agency: 'H48.07', holder: null }],
      due: state.due,
    });
  });

  it('is named no more by the steps of its process, while those of other agencies stay theirs', () => {
    const step = { code: 'a', name: 'a', role: 'leader', outcomes: [] } as const;
    const ask = ['H48.12', 'H48.13'].map((agency) => ({ agency, role: 'leader', term: TERM }) as const);
    const steps = [
      { ...step, agency: 'H48.12' },
      { ...step, code: 'b', agency: 'H48.13' },
      { ...step, code: 'c' },
      { kind: 'consultation', code: 'd', name: 'd', join: 'all', to: 'a', ask },
    ] as const;
    const state = anOpenCase();
    const definition = { ...state.terms.definition, steps };
    const decided = moveAgency({ ...state, tasks: [], terms: { ...state.terms, definition } }, 'H48.12', 'H48.07');
    expect(decided?.state.terms.definition.steps).toEqual([
      { ...step, agency: 'H48.07' },
      { ...step, code: 'b', agency: 'H48.13' },
      { ...step, code: 'c' },
      { ...steps[3], ask: [{ ...ask[0], agency: 'H48.07' }, ask[1]] },
    ]);
    expect(decided?.facts).toEqual([]);
  });

  it('stays as it is once it has ended', () => {
    expect(moveAgency({ ...anOpenCase(), endedAt: at('26 09:00') }, 'H48.12', 'H48.07')).toBeUndefined();
  });
});
