import type { Fault } from '@motcua/kernel';
import { fault } from '../make-fault.js';
import type { Channel, ProcedureVersion } from '../binding-version/procedure-version.js';

/** An agency as far as a submission asks; null where no such agency is known or it is closed. */
interface KnownAgency {
  readonly code: string;
  readonly level: string;
  /** Codes of closed agencies whose place it took. */
  readonly succeeds?: readonly string[];
  /** `postOffice`: it receives for others, and decides nothing. */
  readonly kind?: string;
}

/** The three places of a dossier (R23): where it was handed in, who receives it, who decides. */
export interface Places {
  readonly channel: Channel;
  /** Agency of the counter or post desk at which it was handed in; null online. */
  readonly submissionAgency: KnownAgency | null;
  readonly receivingAgency: KnownAgency | null;
  readonly competentAgency: KnownAgency | null;
}

const unknownAgency = (pointer: string): Fault =>
  fault(pointer, 'DOSSIER.AGENCY_UNKNOWN', 'Không có cơ quan này.', 'This agency does not exist or is inactive.');

/** Any one-stop office of the province receives any dossier; who decides is the procedure's to say. @rule R23 */
export function checkPlaces(draft: Places, procedure: ProcedureVersion): Fault[] {
  const { channel, submissionAgency, receivingAgency, competentAgency } = draft;
  return [
    ...(channel !== 'online' && !submissionAgency ? [unknownAgency('/submissionAgency')] : []),
    ...(receivingAgency ? [] : [unknownAgency('/receivingAgency')]),
    ...(competentAgency ? [] : [unknownAgency('/competentAgency')]),
    ...(isPostOffice(receivingAgency)
      ? [
          fault(
            '/receivingAgency',
            'DOSSIER.AGENCY_RECEIVES_NOTHING',
            'Bưu cục nhận hồ sơ thay; cơ quan tiếp nhận phải là Bộ phận Một cửa.',
            'A post office takes papers in for an agency: name the one-stop office that receives the dossier.',
          ),
        ]
      : []),
    ...(isPostOffice(submissionAgency) && channel !== 'post'
      ? [
          fault(
            '/channel',
            'DOSSIER.CHANNEL_NOT_YOURS',
            'Hồ sơ nộp tại bưu cục là hồ sơ nộp qua bưu chính.',
            'A dossier handed in at a post office has the channel `post`.',
          ),
        ]
      : []),
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
}

const isPostOffice = (agency: KnownAgency | null): boolean => agency?.kind === 'postOffice';

const isCompetent = (agency: KnownAgency, { competentAgencies, competentLevel }: ProcedureVersion): boolean =>
  !isPostOffice(agency) &&
  (competentAgencies
    ? competentAgencies.some((code) => code === agency.code || (agency.succeeds ?? []).includes(code))
    : (competentLevel ?? agency.level) === agency.level);
