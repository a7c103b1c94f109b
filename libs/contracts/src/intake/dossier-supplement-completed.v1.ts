import { ComponentFile } from '../shared/component-file.js';
import { Count, Flag, InstantText, ListOf, Text, Uuid } from '../shared/fields.js';

/**
 * The applicant gave what was asked: before acceptance this informs, after it this asks the case. Key: dossierId.
 * Producer: dossier-intake.
 */
export class DossierSupplementCompletedV1 {
  static readonly type = 'vn.motcua.dossier.supplement-completed.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @Count() readonly number!: number;
  @InstantText() readonly completedAt!: string;
  @Flag() readonly afterAcceptance!: boolean;
  @ListOf(() => ComponentFile) readonly files!: readonly ComponentFile[];
}
