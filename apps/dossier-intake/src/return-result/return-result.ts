import { checkRecipient, type DeliveryMethod, type DossierRefusalCode, returnResult } from '@motcua/dossier-domain';
import { type Fault, Refusal, withOffset } from '@motcua/kernel';
import { askedComponents } from '../catalogue/asked-components.js';
import { changed } from '../change/dossier-change.js';
import type { DossierFacts } from '../change/dossier-facts.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import { returnableOf } from '../change/returnable-of.js';
import { lifeOf } from '../persistence/found-dossier.js';
import type { RecipientRequest } from './recipient.request.js';

interface ReturnResult extends Asked {
  readonly method: DeliveryMethod;
  readonly trackingNumber: string | null;
  readonly receivedBy: RecipientRequest | null;
  readonly originals: readonly string[];
}

/** Not before what is owed is paid, not while no result holds, and where the paper is. @rule R16 R20 R23 */
export const RETURN_RESULT: DossierDecision<ReturnResult> = {
  action: 'return',
  decide: (facts, { actor, receivedBy, originals, ...how }, now) => {
    const { dossier: before } = facts;
    const command = { ...how, ...returnableOf(facts, now) };
    const { status, method, trackingNumber } = returnResult(lifeOf(before), command);
    assertReceivable(facts, method, receivedBy, originals);
    return {
      before,
      after: changed(before, {
        status,
        statusSince: now,
        statusReason: null,
        holderAgency: before.receivingAgency,
        holderOfficer: null,
        holderStep: null,
        returned: {
          at: withOffset(now),
          method,
          trackingNumber,
          by: officerOf(actor),
          receivedBy: receivedBy && facts.sealed(JSON.stringify(receivedBy)),
          originals,
        },
      }),
      at: now,
      actor: actor.subject,
      facts: [
        {
          action: 'returned',
          detail: { method, trackingNumber, capacity: receivedBy?.capacity ?? null, originals },
          told: {},
        },
      ],
    };
  },
};

const fault = (pointer: string, code: string, vi: string, en: string): Fault => ({ pointer, code, detail: { vi, en } });

/** @throws Refusal DOSSIER.INPUT_INVALID where nothing shows that the person may receive the result */
function assertReceivable(
  facts: DossierFacts,
  method: DeliveryMethod,
  receivedBy: RecipientRequest | null,
  originals: readonly string[],
): void {
  const { dossier, version } = facts;
  const asked = askedComponents(version, dossier);
  const kept = (dossier.received?.components ?? []).filter(({ originals: number }) => number > 0);
  const faults = [
    ...checkRecipient(receivedBy, method, facts.parties()),
    ...originals.flatMap((code, index) =>
      asked.includes(code)
        ? kept.some(({ component }) => component === code)
          ? []
          : [notReceived(index)]
        : [
            fault(
              `/originals/${index}`,
              'DOSSIER.COMPONENT_UNKNOWN',
              'Thủ tục không có thành phần hồ sơ này.',
              'The procedure does not ask for this component.',
            ),
          ],
    ),
  ];
  if (faults.length > 0) throw new Refusal<DossierRefusalCode>('DOSSIER.INPUT_INVALID', {}, faults);
}

const notReceived = (index: number): Fault =>
  fault(
    `/originals/${index}`,
    'DOSSIER.ORIGINAL_NOT_RECEIVED',
    'Không ghi nhận bản chính nào của thành phần hồ sơ này để trả lại.',
    'No original of this component was recorded as received.',
  );
