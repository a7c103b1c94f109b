import { correctVariant } from '../index.js';
import { anOpenCase } from '../testing/a-case.fixture.js';

describe('a case whose dossier was given a wrong variant', () => {
  it('is of the right one; its process, its term and its dates stay, and nobody is told (R14)', () => {
    const state = anOpenCase();
    const { state: after, facts } = correctVariant(state, 'LON');
    expect(after).toEqual({ ...state, terms: { ...state.terms, variant: 'LON' } });
    expect(after.terms.variant).toBe('LON');
    expect(facts).toEqual([]);
  });
});
