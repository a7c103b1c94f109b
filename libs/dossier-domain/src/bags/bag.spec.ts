import { refusalOf } from '../testing.fixture.js';
import { countBag, nextOfBag } from './bag.js';

describe('a bag of results', () => {
  it('is made, handed over and counted, in this order and once', () => {
    expect([nextOfBag('made', 'handedOver'), nextOfBag('handedOver', 'counted')]).toEqual(['handedOver', 'counted']);
    for (const [status, to] of [
      ['made', 'counted'],
      ['handedOver', 'handedOver'],
      ['counted', 'counted'],
    ] as const)
      expect(refusalOf(() => nextOfBag(status, to))).toMatchObject({
        code: 'BAG.NOT_ALLOWED',
        evidence: { bagStatus: status, targetStatus: to },
      });
  });

  it('is compared with its manifest, whatever was found in it', () => {
    expect(countBag(['A', 'B'], ['B', 'A'])).toEqual({ missing: [], unexpected: [] });
    expect(countBag(['A', 'B', 'C'], ['B', 'X', 'X'])).toEqual({ missing: ['A', 'C'], unexpected: ['X'] });
    expect(countBag(['A'], [])).toEqual({ missing: ['A'], unexpected: [] });
  });
});
