import { refusalOf } from '../testing.fixture.js';
import { assertNothingHeldBack, openDue, openDues, type OtherDue } from './other-dues.js';

const TAX: OtherDue = {
  ...{ number: 1, name: 'Lệ phí trước bạ nhà, đất', amount: 1_250_000, collector: 'Thuế cơ sở 2' },
  ...{ holdsBack: true, proof: null, cancelled: null },
};
const PENALTY: OtherDue = { ...TAX, number: 2, name: 'Tiền phạt', amount: 500_000, holdsBack: false };

describe('what another body collects', () => {
  it('holds the result back until it is proven, where that was said, and names the body and the amount', () => {
    const refused = refusalOf(() => assertNothingHeldBack([TAX, PENALTY]));
    expect(refused).toMatchObject({
      code: 'DOSSIER.OTHER_DUE_UNPAID',
      evidence: { dues: [{ number: 1, amount: 1_250_000, collector: 'Thuế cơ sở 2' }] },
    });
    expect(() => assertNothingHeldBack([PENALTY])).not.toThrow();
    expect(() => assertNothingHeldBack([{ ...TAX, proof: { paper: 'GNT-1' } }, PENALTY])).not.toThrow();
    expect(() => assertNothingHeldBack([{ ...TAX, cancelled: { reason: 'Miễn thuế' } }])).not.toThrow();
  });

  it('is proven or taken back once', () => {
    expect(openDue([TAX, PENALTY], 2)).toBe(PENALTY);
    expect(openDues([{ ...TAX, proof: {} }, PENALTY])).toEqual([PENALTY]);
    expect(refusalOf(() => openDue([{ ...TAX, proof: {} }], 1)).code).toBe('DOSSIER.OTHER_DUE_SETTLED');
    expect(refusalOf(() => openDue([TAX], 9)).code).toBe('DOSSIER.OTHER_DUE_SETTLED');
  });
});
