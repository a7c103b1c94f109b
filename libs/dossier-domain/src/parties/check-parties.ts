import { type Fault, isPhone } from '@motcua/kernel';
import type { Identity } from '../applicant/applicant.js';
import { checkIdentity } from '../applicant/check-identity.js';
import { fault, isBlank, required } from '../make-fault.js';
import { type CoApplicant, type Parties, POWER_OF_ATTORNEY } from './parties.js';

const sameAs =
  ({ type, number }: Identity) =>
  (other: Identity): boolean =>
    other.type === type && other.number === number;

const twice = (pointer: string): Fault =>
  fault(
    pointer,
    'DOSSIER.PARTY_TWICE',
    'Người này đã có trong hồ sơ: mỗi người chỉ ghi một lần, với một tư cách.',
    'This person is named already: each is named once, in one capacity.',
  );

const personFaults = (
  { identity, fullName, phone }: Pick<CoApplicant, 'identity' | 'fullName' | 'phone'>,
  pointer: string,
  now: Temporal.Instant,
): Fault[] => [
  // Of any kind: a co-owner may be an organisation, and its representative hands in for another.
  ...checkIdentity('other', identity, now, `${pointer}/identity`),
  ...(isBlank(fullName) ? [required(`${pointer}/fullName`, 'họ tên', 'a name')] : []),
  ...(phone != null && !isPhone(phone)
    ? [
        fault(
          `${pointer}/phone`,
          'DOSSIER.PHONE_INVALID',
          'Số điện thoại gồm 8 đến 15 chữ số.',
          'A phone number has 8 to 15 digits.',
        ),
      ]
    : []),
];

/** Everything that is wrong with who has a part in a dossier beside its applicant. `attached`: codes of its papers. */
export function checkParties(
  { coApplicants, authorisedPerson }: Parties,
  {
    applicant,
    attached,
  }: { readonly applicant: { readonly identity: Identity }; readonly attached: readonly string[] },
  now: Temporal.Instant,
): Fault[] {
  const named = [applicant.identity, ...coApplicants.map(({ identity }) => identity)];
  const coFaults = coApplicants.flatMap((one, index) => [
    ...personFaults(one, `/coApplicants/${index}`, now),
    ...(named.slice(0, index + 1).some(sameAs(one.identity)) ? [twice(`/coApplicants/${index}/identity`)] : []),
  ]);
  if (authorisedPerson === null) return coFaults;
  const { identity, authorisation } = authorisedPerson;
  return [
    ...coFaults,
    ...personFaults(authorisedPerson, '/authorisedPerson', now),
    ...(sameAs(applicant.identity)(identity) ? [twice('/authorisedPerson/identity')] : []),
    ...(isBlank(authorisation)
      ? [
          required(
            '/authorisedPerson/authorisation',
            'số, ngày của giấy ủy quyền',
            'number and date of the authorisation',
          ),
        ]
      : []),
    ...(attached.includes(POWER_OF_ATTORNEY)
      ? []
      : [
          fault(
            '/authorisedPerson',
            'DOSSIER.POWER_OF_ATTORNEY_MISSING',
            `Người nộp không phải chủ hồ sơ: đề nghị đính kèm giấy ủy quyền (thành phần ${POWER_OF_ATTORNEY}).`,
            `The dossier is handed in for the applicant: attach the authorisation as ${POWER_OF_ATTORNEY}.`,
          ),
        ]),
  ];
}
