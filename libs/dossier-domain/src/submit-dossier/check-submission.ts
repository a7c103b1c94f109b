import type { Fault } from '@motcua/kernel';
import type { Applicant } from '../applicant/applicant.js';
import { checkApplicant } from '../applicant/check-applicant.js';
import { fault, isBlank, required } from '../make-fault.js';
import { componentFault, missingComponents } from '../received-papers/missing-components.js';
import type { ProcedureVersion } from '../binding-version/procedure-version.js';
import { variantOf } from '../binding-version/procedure-version.js';
import { checkParties } from '../parties/check-parties.js';
import type { Parties } from '../parties/parties.js';
import { checkPlaces, type Places } from '../places/check-places.js';

export const DELIVERY_METHODS = ['counter', 'post', 'online'] as const;
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number];

/** How the applicant wants the result. */
export interface Delivery {
  readonly method: DeliveryMethod;
  readonly address?: string | null;
}

/** A draft as it stands when it is submitted. */
export interface SubmittableDraft extends Places, Parties {
  readonly variant: string;
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
  ...checkParties(draft, draft, now),
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

const checkDelivery = ({ method, address }: Delivery): Fault[] =>
  method === 'post' && isBlank(address) ? [required('/delivery/address', 'địa chỉ nhận kết quả', 'an address')] : [];

function checkVariant({ variant: code, attached }: SubmittableDraft, procedure: ProcedureVersion): Fault[] {
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
}
