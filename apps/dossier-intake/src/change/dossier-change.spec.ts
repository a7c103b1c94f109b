import type { DossierChange, OwnFact } from './dossier-change.js';

/** What must not compile is marked so: where it does compile, the type check of the workspace fails. */
describe('what a decision answers', () => {
  it('has at least one fact: a dossier that changed has a line in its history', () => {
    // @ts-expect-error no change without a fact
    const facts: DossierChange['facts'] = [];
    expect(facts).toHaveLength(0);
  });

  it('says of each fact that others are told what they are told', () => {
    // @ts-expect-error a refusal that tells nobody why
    const refused: OwnFact = { action: 'refused', detail: {} };
    // @ts-expect-error an acceptance without what the case needs
    const accepted: OwnFact = { action: 'accepted', detail: {} };
    // @ts-expect-error an action that the history does not know
    const unknown: OwnFact = { action: 'approved', detail: {} };
    const drafted: OwnFact = { action: 'drafted', detail: {} };
    expect([refused, accepted, unknown, drafted].map(({ action }) => action)).toEqual([
      'refused',
      'accepted',
      'approved',
      'drafted',
    ]);
  });
});
