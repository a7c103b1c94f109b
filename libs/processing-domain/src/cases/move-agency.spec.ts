import { moveAgency } from '../index.js';
import { anOpenCase, at, factsOf } from '../testing/a-case.fixture.js';

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

  it('stays as it is once it has ended', () => {
    expect(moveAgency({ ...anOpenCase(), endedAt: at('26 09:00') }, 'H48.12', 'H48.07')).toBeUndefined();
  });
});
