import { MoveNotAllowed } from '../life/move-not-allowed.js';
import { DOSSIER_STATUSES } from '../life/statuses.js';
import type { ProcedureVersion, Variant } from '../binding-version/procedure-version.js';
import { at, calendar, life, procedure, refusalOf, wall } from '../testing.fixture.js';
import { accept, type Acceptance } from './accept.js';

const attached = (...components: string[]) => components.map((component) => ({ component, source: null }));

const acceptance: Acceptance = {
  variant: 'DEFAULT',
  attached: attached('DON-DE-NGHI', 'BAN-VE'),
  atSubmission: procedure,
  inForce: procedure,
  reductionBasisPoints: 2_000,
  cashReceiptNumber: null,
  calendar,
  now: at('2026-11-25T08:10:00'),
};

const version2 = (change: Partial<Variant>): ProcedureVersion => ({
  ...procedure,
  version: 2,
  supplementPolicy: 'restart',
  supplementTermWorkingDays: 20,
  variants: [{ code: 'DEFAULT', term: { amount: 5, unit: 'workingDay' }, components: [], ...change }],
});

describe('accepting a dossier', () => {
  it('begins its term, with both due dates for the slip (R3, R17, R18)', () => {
    const accepted = accept(life('registered'), acceptance);
    expect(accepted).toMatchObject({
      status: 'accepted',
      acceptedAt: acceptance.now,
      procedureVersion: 1,
      term: { amount: 7, unit: 'workingDay' },
      supplementPolicy: 'pause',
      supplementTermWorkingDays: 30,
      cashReceiptNumber: null,
      provisional: false,
      difference: null,
    });
    expect(wall(accepted.statutoryDueAt)).toBe('2026-12-04T08:10:00');
    // 7 × 480 × 0.8 = 2,688 minutes: five days and 288 minutes, 200 of them until 11:30, 88 from 13:30.
    expect(wall(accepted.promisedDueAt)).toBe('2026-12-02T14:58:00');
  });

  it('is refused where a paper that was reused was revoked meanwhile, and names its component (R20)', () => {
    const source = { decision: 'granted', validUntil: null, revokedAt: at('2026-11-25T08:00:00'), owed: 0 } as const;
    const papers = [...attached('DON-DE-NGHI'), { component: 'BAN-VE', source }];
    expect(refusalOf(() => accept(life('registered'), { ...acceptance, attached: papers }))).toMatchObject({
      code: 'DOSSIER.PAPERS_INVALID',
      faults: ['/components/BAN-VE DOSSIER.PAPER_REVOKED'],
    });
  });

  it('after closing time, on the eve of a holiday, begins on the next working day (R3)', () => {
    const accepted = accept(life('registered'), {
      ...acceptance,
      reductionBasisPoints: 0,
      now: at('2026-11-23T17:00:00'),
    });
    expect(wall(accepted.statutoryDueAt)).toBe('2026-12-03T17:00:00');
    expect(accepted.promisedDueAt).toEqual(accepted.statutoryDueAt);
  });

  it('says when days off of a year that the term touches are not decided yet', () => {
    const accepted = accept(life('registered'), { ...acceptance, now: at('2026-12-25T08:10:00') });
    expect(accepted.provisional).toBe(true);
  });

  it('at the counter takes the number of a cash receipt where the fee is due first', () => {
    const accepted = accept(life('paymentRequired'), { ...acceptance, cashReceiptNumber: 'BL-0001' });
    expect(accepted).toMatchObject({ status: 'accepted', cashReceiptNumber: 'BL-0001' });
  });

  it.each([null, '', '  '])('is refused without that number (%j)', (cashReceiptNumber) => {
    expect(refusalOf(() => accept(life('paymentRequired'), { ...acceptance, cashReceiptNumber }))).toMatchObject({
      code: 'DOSSIER.CASH_RECEIPT_REQUIRED',
    });
  });

  it('keeps the receipt of a fee that was paid online at the same moment, for the cashier to see', () => {
    const accepted = accept(life('registered'), { ...acceptance, cashReceiptNumber: 'BL-0001' });
    expect(accepted.cashReceiptNumber).toBe('BL-0001');
  });

  it.each(DOSSIER_STATUSES.filter((status) => !['registered', 'paymentRequired'].includes(status)))(
    'is refused when it is %s',
    (status) => {
      expect(() => accept(life(status), { ...acceptance, cashReceiptNumber: 'BL-0001' })).toThrow(MoveNotAllowed);
    },
  );

  it('is refused when it awaits a fee after it was accepted once', () => {
    expect(() => accept(life('paymentRequired', true), { ...acceptance, cashReceiptNumber: 'BL-0001' })).toThrow(
      MoveNotAllowed,
    );
  });

  it('is refused while a component is missing, by name', () => {
    expect(refusalOf(() => accept(life('registered'), { ...acceptance, attached: attached('ANH') }))).toEqual({
      code: 'DOSSIER.COMPONENTS_MISSING',
      evidence: { missing: ['DON-DE-NGHI', 'BAN-VE'] },
      faults: ['/components/DON-DE-NGHI DOSSIER.COMPONENT_MISSING', '/components/BAN-VE DOSSIER.COMPONENT_MISSING'],
    });
  });

  describe('when the version changed since its submission (R14)', () => {
    it('takes term and process of the version in force, and shows the officer what differs', () => {
      const inForce = version2({
        components: [
          { code: 'DON-DE-NGHI', name: 'Đơn', required: true },
          { code: 'CAM-KET', name: 'Cam kết', required: true },
        ],
      });
      const accepted = accept(life('registered'), { ...acceptance, inForce });
      expect(accepted).toMatchObject({
        procedureVersion: 2,
        term: { amount: 5, unit: 'workingDay' },
        supplementPolicy: 'restart',
        supplementTermWorkingDays: 20,
        difference: {
          atSubmission: 1,
          inForce: 2,
          variantGone: false,
          term: { from: { amount: 7, unit: 'workingDay' }, to: { amount: 5, unit: 'workingDay' } },
          supplementPolicy: { from: 'pause', to: 'restart' },
          componentsAdded: ['CAM-KET'],
          componentsRemoved: ['BAN-VE', 'ANH'],
        },
      });
      expect(wall(accepted.statutoryDueAt)).toBe('2026-12-02T08:10:00');
    });

    it('asks only for the components of its submission', () => {
      const inForce = version2({ components: [{ code: 'CAM-KET', name: 'Cam kết', required: true }] });
      expect(accept(life('registered'), { ...acceptance, inForce }).procedureVersion).toBe(2);
      expect(
        refusalOf(() => accept(life('registered'), { ...acceptance, inForce, attached: attached('CAM-KET') })),
      ).toMatchObject({ evidence: { missing: ['DON-DE-NGHI', 'BAN-VE'] } });
    });

    it('says that only the number differs where nothing else does', () => {
      const inForce = { ...procedure, version: 2 };
      expect(accept(life('registered'), { ...acceptance, inForce }).difference).toEqual({
        atSubmission: 1,
        inForce: 2,
        variantGone: false,
        term: null,
        supplementPolicy: null,
        competence: null,
        componentsAdded: [],
        componentsRemoved: [],
      });
    });

    it.each([
      ['the level', { competentLevel: 'commune' }, { agencies: ['H48.12'], level: 'commune' }],
      ['the agencies', { competentAgencies: ['H48.12', 'H48.13'] }, { agencies: ['H48.12', 'H48.13'], level: null }],
      ['any agency', { competentAgencies: null }, { agencies: null, level: null }],
    ])('shows who may decide now, where that is otherwise by %s', (_, change, to) => {
      const inForce = { ...procedure, version: 2, ...change };
      expect(accept(life('registered'), { ...acceptance, inForce }).difference?.competence).toEqual({
        from: { agencies: ['H48.12'], level: null },
        to,
      });
    });

    it('takes agencies in another order for the same', () => {
      const [one, other] = [
        { ...procedure, competentAgencies: ['H48.12', 'H48.13'] },
        { ...procedure, version: 2, competentAgencies: ['H48.13', 'H48.12'] },
      ];
      const { difference } = accept(life('registered'), { ...acceptance, atSubmission: one, inForce: other });
      expect(difference?.competence).toBeNull();
    });

    it('goes on by the version of its submission where the procedure was repealed', () => {
      expect(accept(life('registered'), { ...acceptance, inForce: null })).toMatchObject({
        procedureVersion: 1,
        term: { amount: 7, unit: 'workingDay' },
        difference: { atSubmission: 1, inForce: null, variantGone: false },
      });
    });

    it('goes on by the version of its submission where the new one has not its variant', () => {
      expect(accept(life('registered'), { ...acceptance, inForce: version2({ code: 'OTHER' }) })).toMatchObject({
        procedureVersion: 1,
        term: { amount: 7, unit: 'workingDay' },
        supplementPolicy: 'pause',
        difference: { inForce: 2, variantGone: true },
      });
    });
  });
});
