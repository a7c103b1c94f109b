import { at } from '../testing.fixture.js';
import { type HeldPaper, paperFaults, stands, unusableBecause } from './reusable-paper.js';

const NOW = at('2026-12-02T10:00:00');
const LICENCE: HeldPaper = { decision: 'granted', validUntil: '2027-12-31', revokedAt: null, owed: 0 };

describe('a paper that the state holds already', () => {
  it.each<[string, Partial<HeldPaper>, string | undefined]>([
    ['on its last day', { validUntil: '2026-12-02' }, undefined],
    ['after its last day', { validUntil: '2026-12-01' }, 'expired'],
    ['once it is revoked', { revokedAt: at('2026-12-01T08:00:00') }, 'revoked'],
    ['that refuses a licence', { decision: 'denied' }, 'denial'],
    ['whose fee is owed', { owed: 50_000 }, 'unpaid'],
    ['of whose fee one đồng is owed', { owed: 1 }, 'unpaid'],
  ])('%s (R16, R20)', (_, change, why) => {
    expect(unusableBecause({ ...LICENCE, ...change }, NOW)).toBe(why);
  });

  it('stands as a letter of refusal too, which is returned though never reused', () => {
    expect(stands({ validUntil: null, revokedAt: null }, NOW)).toBe(true);
  });

  it('is named by its component where it may not stand for it (R21)', () => {
    const source = { ...LICENCE, revokedAt: NOW };
    const faults = paperFaults(
      [
        { component: 'DON-DE-NGHI', source: null },
        { component: 'BAN-VE', source },
      ],
      NOW,
    );
    expect(faults).toMatchObject([{ pointer: '/components/BAN-VE', code: 'DOSSIER.PAPER_REVOKED' }]);
  });
});
