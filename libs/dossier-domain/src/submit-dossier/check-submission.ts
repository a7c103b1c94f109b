import type { Fault } from '@motcua/kernel';
import type { Applicant } from '../applicant/applicant.js';
import { checkApplicant } from '../applicant/check-applicant.js';
import { fault, isBlank, required } from '../fault.js';
import { componentFault, missingComponents } from '../procedure/missing-components.js';
import type { Channel, ProcedureVersion } from '../procedure/procedure-version.js';
import { variantOf } from '../procedure/procedure-version.js';

export const DELIVERY_METHODS = ['counter', 'post', 'online'] as const;
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number];

/** How the applicant wants the result. */
export interface Delivery {
  readonly method: DeliveryMethod;
  readonly address?: string | null;
}

/** An agency as far as a submission asks; null where no such agency is known or it is closed. */
interface KnownAgency {
  readonly code: string;
  readonly level: string;
}

/** A draft as it stands when it is submitted. Three places (R23): where it was handed in, who receives it, who decides. */
export interface SubmittableDraft {
  readonly variant: string;
  readonly channel: Channel;
  /** Agency of the counter or post desk at which it was handed in; null online. */
  readonly submissionAgency: KnownAgency | null;
  readonly receivingAgency: KnownAgency | null;
  readonly competentAgency: KnownAgency | null;
  readonly applicant: Applicant;
  readonly delivery: Delivery;
  /** Codes of the components for which a file or a reused paper is attached. */
  readonly attached: readonly string[];
}

/**
 * Everything that keeps a draft from being submitted, with JSON pointers; components and form follow the version.
 * @rule R14
 */
export const checkSubmission = (
  draft: SubmittableDraft,
  procedure: ProcedureVersion,
  now: Temporal.Instant,
): Fault[] => [
  ...checkOffer(draft, procedure),
  ...checkApplicant(draft.applicant, now),
  ...checkPlaces(draft, procedure),
  ...checkDelivery(draft.delivery),
  ...checkVariant(draft, procedure),
];

const checkOffer = ({ channel, applicant }: SubmittableDraft, procedure: ProcedureVersion): Fault[] => [
  ...(procedure.channels.includes(channel)
    ? []
    : [
        fault(
          '/channel',
          'DOSSIER.CHANNEL_NOT_OFFERED',
          'Thủ tục không nhận hồ sơ qua hình thức nộp này.',
          'The procedure does not accept dossiers through this channel.',
        ),
      ]),
  ...(procedure.subjects.includes(applicant.kind)
    ? []
    : [
        fault(
          '/applicant/kind',
          'DOSSIER.APPLICANT_KIND_UNFIT',
          'Thủ tục không dành cho loại chủ hồ sơ này.',
          'The procedure is not for this kind of applicant.',
        ),
      ]),
];

const unknownAgency = (pointer: string): Fault =>
  fault(pointer, 'DOSSIER.AGENCY_UNKNOWN', 'Không có cơ quan này.', 'This agency does not exist or is inactive.');

/** Any one-stop office of the province receives any dossier; who decides is the procedure's to say. @rule R23 */
const checkPlaces = (draft: SubmittableDraft, procedure: ProcedureVersion): Fault[] => {
  const { channel, submissionAgency, receivingAgency, competentAgency } = draft;
  return [
    ...(channel !== 'online' && !submissionAgency ? [unknownAgency('/submissionAgency')] : []),
    ...(receivingAgency ? [] : [unknownAgency('/receivingAgency')]),
    ...(competentAgency ? [] : [unknownAgency('/competentAgency')]),
    ...(competentAgency && !isCompetent(competentAgency, procedure)
      ? [
          fault(
            '/competentAgency',
            'DOSSIER.AGENCY_NOT_COMPETENT',
            'Cơ quan này không có thẩm quyền giải quyết thủ tục.',
            'This agency is not competent for the procedure.',
          ),
        ]
      : []),
  ];
};

const isCompetent = (agency: KnownAgency, { competentAgencies, competentLevel }: ProcedureVersion): boolean =>
  competentAgencies ? competentAgencies.includes(agency.code) : (competentLevel ?? agency.level) === agency.level;

const checkDelivery = ({ method, address }: Delivery): Fault[] =>
  method === 'post' && isBlank(address) ? [required('/delivery/address', 'địa chỉ nhận kết quả', 'an address')] : [];

const checkVariant = ({ variant: code, attached }: SubmittableDraft, procedure: ProcedureVersion): Fault[] => {
  const variant = variantOf(procedure, code);
  return variant
    ? missingComponents(variant, attached).map(componentFault)
    : [
        fault(
          '/variant',
          'DOSSIER.VARIANT_UNKNOWN',
          'Thủ tục không có trường hợp này.',
          'The procedure does not have this variant.',
        ),
      ];
};
