import { MoveNotAllowed } from '../life/move-not-allowed.js';
import { at, life, refusalOf } from '../testing.fixture.js';
import { withdraw } from './withdraw.js';

const command = { reason: ' Nộp nhầm thủ tục ', now: at('2026-11-25T08:10:00') };

describe('withdrawing a dossier', () => {
  it.each(['registered', 'supplementRequired', 'paymentRequired'] as const)(
    'is done at once when it is %s and was never accepted',
    (status) => {
      expect(withdraw(life(status), command)).toEqual({
        afterAcceptance: false,
        status: 'withdrawn',
        withdrawnAt: command.now,
        reason: 'Nộp nhầm thủ tục',
      });
    },
  );

  it.each(['accepted', 'processing', 'supplementRequired', 'paymentRequired'] as const)(
    'asks the case when it is %s and was accepted',
    (status) => {
      expect(withdraw(life(status, true), command)).toEqual({
        afterAcceptance: true,
        requestedAt: command.now,
        reason: 'Nộp nhầm thủ tục',
      });
    },
  );

  it.each(['draft', 'refused', 'withdrawn', 'stopped', 'processed', 'returned'] as const)(
    'is refused when it is %s',
    (status) => {
      expect(() => withdraw(life(status), command)).toThrow(MoveNotAllowed);
      expect(() => withdraw(life(status, true), command)).toThrow(MoveNotAllowed);
    },
  );

  it.each([false, true])('is refused without a reason (accepted before: %s)', (everAccepted) => {
    const unsaid = { ...command, reason: ' ' };
    expect(refusalOf(() => withdraw(life('supplementRequired', everAccepted), unsaid))).toMatchObject({
      code: 'DOSSIER.INPUT_INVALID',
      faults: ['/reason DOSSIER.FIELD_REQUIRED'],
    });
  });
});
