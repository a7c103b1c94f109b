import { refusalOf } from '../testing.fixture.js';
import { assertInHand, assertReceivedFromPost, type PaperPlace } from './paper-place.js';

const at = (state: PaperPlace['state'], agency = 'H48.12'): PaperPlace => ({ state, agency, bag: 'b' });

describe('a result on paper', () => {
  it('is handed out by the office that has it, and by any that never put it into a bag', () => {
    for (const place of [null, at('here'), at('lost')])
      expect(() => assertInHand(place, 'counter', true)).not.toThrow();
  });

  it.each([at('underWay'), at('missing'), at('here', 'H48.33')])('is not handed out while it is %j', (place) => {
    const isOwn = place.agency === 'H48.12';
    for (const method of ['counter', 'post'] as const)
      expect(refusalOf(() => assertInHand(place, method, isOwn))).toMatchObject({
        code: 'DOSSIER.PAPERS_NOT_HERE',
        evidence: place,
      });
    expect(() => assertInHand(place, 'online', isOwn)).not.toThrow();
  });
});

describe('what was handed in at a post office', () => {
  it('is received when the one-stop office has counted it, and not before (R3)', () => {
    expect(() => assertReceivedFromPost(at('here'), 'H48.201', 'H48.12')).not.toThrow();
    for (const place of [at('underWay', 'H48.201'), at('missing', 'H48.201'), at('lost'), at('here', 'H48.33')])
      expect(refusalOf(() => assertReceivedFromPost(place, 'H48.201', 'H48.12'))).toMatchObject({
        code: 'DOSSIER.PAPERS_NOT_HERE',
        evidence: place,
      });
    expect(refusalOf(() => assertReceivedFromPost(null, 'H48.201', 'H48.12'))).toMatchObject({
      evidence: { state: 'here', agency: 'H48.201', bag: null },
    });
  });
});
