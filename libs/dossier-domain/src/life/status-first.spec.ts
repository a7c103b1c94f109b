import { accept } from '../accept-dossier/accept.js';
import { completeSupplement } from '../complete-supplement/complete-supplement.js';
import { demandFee } from '../demand-fee/demand-fee.js';
import { refuse } from '../refuse-dossier/refuse.js';
import { requestSupplement } from '../request-supplement/request-supplement.js';
import { returnResult } from '../return-result/return-result.js';
import { submit, submitIncomplete } from '../submit-dossier/submit.js';
import { at, calendar, life, procedure, submission } from '../testing.fixture.js';
import { withdraw } from '../withdraw-dossier/withdraw.js';
import { MoveNotAllowed } from './move-not-allowed.js';

const now = at('2026-11-25T08:10:00');
const ended = life('withdrawn', true);

/** Each with something else that is wrong with it. */
const DECISIONS: readonly (readonly [string, () => unknown])[] = [
  ['a submission', () => submit(life('registered'), { ...submission, procedure: null })],
  ['a submission by the portal', () => submitIncomplete(life('registered'), { ...submission, procedure: null })],
  [
    'an acceptance',
    () =>
      accept(ended, {
        ...{ variant: 'DEFAULT', attached: [], atSubmission: procedure, inForce: procedure },
        ...{ reductionBasisPoints: 0, cashReceiptNumber: null, calendar, now },
      }),
  ],
  ['a refusal', () => refuse(ended, { reason: ' ', faults: [], components: [], now })],
  [
    'a request for a supplement',
    () =>
      requestSupplement(ended, {
        ...{
          items: [],
          components: [],
          formFields: null,
          earlierRequests: 0,
          supplementTermWorkingDays: 5,
          calendar,
          now,
        },
      }),
  ],
  [
    'the completion of a supplement',
    () =>
      completeSupplement(ended, {
        channel: 'online',
        request: {
          number: 1,
          items: [{ component: 'BAN-VE', field: null, reason: 'Chưa có chữ ký' }],
          parts: [],
          deadlineAt: now,
        },
        ...{ attachedSince: [], formFaults: [], changed: () => false, calendar, now },
      }),
  ],
  ['a demand of a fee', () => demandFee(ended, { reason: ' ', earlierDemands: 0, termWorkingDays: 5, calendar, now })],
  ['a withdrawal', () => withdraw(ended, { reason: ' ', now })],
  [
    'the return of a result',
    () =>
      returnResult(ended, {
        ...{
          method: 'counter',
          trackingNumber: null,
          owed: 50_000,
          cashReceiptNumber: null,
          results: [],
          otherDues: [],
          now,
        },
      }),
  ],
];

describe('what the status of a dossier does not allow', () => {
  it.each(DECISIONS)('is said before anything that is wrong with %s (R22)', (_, decide) => {
    expect(decide).toThrow(MoveNotAllowed);
  });
});
