import type { Fault } from '@motcua/kernel';
import type { Identity } from '../applicant/applicant.js';
import { fault, isBlank } from '../make-fault.js';
import type { Parties } from '../parties/parties.js';
import type { DeliveryMethod } from '../submit-dossier/check-submission.js';

export const RECIPIENT_CAPACITIES = ['applicant', 'coApplicant', 'authorised'] as const;

/** The person to whom a result is handed. */
export interface Recipient {
  readonly capacity: (typeof RECIPIENT_CAPACITIES)[number];
  readonly identity?: Identity;
  /** Number and date of the authorisation. */
  readonly authorisation?: string;
}

const isSame = (a: Identity | undefined, b: Identity): boolean => a?.type === b.type && a.number === b.number;

/** Whether nothing shows that the person may receive the result: at the counter someone does, and a stranger by an authorisation. */
export function checkRecipient(
  recipient: Recipient | null,
  method: DeliveryMethod,
  { coApplicants, authorisedPerson }: Parties,
): Fault[] {
  if (recipient === null)
    return method === 'counter'
      ? [
          fault(
            '/receivedBy',
            'DOSSIER.RECIPIENT_REQUIRED',
            'Phải ghi người nhận kết quả tại quầy.',
            'Say who receives the result at the counter.',
          ),
        ]
      : [];
  const { capacity, identity, authorisation } = recipient;
  if (capacity === 'coApplicant')
    return coApplicants.some((one) => isSame(identity, one.identity))
      ? []
      : [
          fault(
            '/receivedBy/identity',
            'DOSSIER.NO_COAPPLICANT',
            'Người này không cùng đứng tên trong hồ sơ.',
            'The dossier names no co-applicant with this identity.',
          ),
        ];
  const collects = authorisedPerson?.powers.includes('collect') && isSame(identity, authorisedPerson.identity);
  if (capacity === 'applicant' || collects) return [];
  return [
    ...(identity === undefined
      ? [
          fault(
            '/receivedBy/identity',
            'DOSSIER.FIELD_REQUIRED',
            'Phải ghi giấy tờ tùy thân của người nhận thay.',
            'Give the identity of the person who receives it for the applicant.',
          ),
        ]
      : []),
    ...(isBlank(authorisation)
      ? [
          fault(
            '/receivedBy/authorisation',
            'DOSSIER.AUTHORISATION_REQUIRED',
            'Người nhận không phải chủ hồ sơ: phải có giấy ủy quyền.',
            'The recipient is not the applicant: name the authorisation.',
          ),
        ]
      : []),
  ];
}
