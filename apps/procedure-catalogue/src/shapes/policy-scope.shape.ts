import { CHANNELS, type Channel, FEE_KINDS, type FeeKind, type Subject, SUBJECTS } from '@motcua/contracts';
import { TextList } from '@motcua/platform';

/** What a policy applies to. Null, or absent, sets no limit; all limits hold together. */
export class PolicyScopeShape {
  @TextList({ optional: true, nullable: true, min: 1, max: 5000 })
  readonly fields: readonly string[] | null = null;

  @TextList({ optional: true, nullable: true, min: 1, max: 5000 })
  readonly procedures: readonly string[] | null = null;

  @TextList({ optional: true, nullable: true, min: 1, max: 5000, description: 'Agencies with all that is below them' })
  readonly agencies: readonly string[] | null = null;

  @TextList({ optional: true, nullable: true, min: 1, values: FEE_KINDS })
  readonly feeKinds: readonly FeeKind[] | null = null;

  @TextList({ optional: true, nullable: true, min: 1, values: CHANNELS })
  readonly channels: readonly Channel[] | null = null;

  @TextList({ optional: true, nullable: true, min: 1, max: 4, values: SUBJECTS, description: 'Kinds of applicant' })
  readonly applicants: readonly Subject[] | null = null;
}
