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

  const [A, B, C, X] = ['H48.12-261201-0001', 'H48.12-261201-0002', 'H48.12-261201-0003', 'H48.04-261201-0001'];

  it('is compared with its manifest, whatever was found in it', () => {
    expect(countBag([A, B], [B, A])).toEqual({ missing: [], unexpected: [] });
    expect(countBag([A, B, C], [B, X, X])).toEqual({ missing: [A, C], unexpected: [X] });
    expect(countBag([A], [])).toEqual({ missing: [A], unexpected: [] });
  });

  it('is counted in codes as they are typed and scanned: lower case, blanks, the dashes of word processors, the legacy form', () => {
    const typed = [' h48.12-261201-0001\u00a0', 'H48.12–261201–0002', '000.00.12.H48-261201-0003'];
    expect(countBag([A, B, C], typed)).toEqual({ missing: [], unexpected: [] });
  });

  it('holds codes: anything else that is written is refused with its place, and no name is kept', () => {
    expect(refusalOf(() => countBag([A], [A, 'Nguyễn Văn A', 'EX000000001VN']))).toMatchObject({
      code: 'DOSSIER.INPUT_INVALID',
      faults: ['/found/1 BAG.NO_CODE', '/found/2 BAG.NO_CODE'],
    });
  });
});
