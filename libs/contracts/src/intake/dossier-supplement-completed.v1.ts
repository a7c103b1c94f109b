import { AnyInstant, AnyListOf, AnyText, Count, Flag, Nested, Uuid } from '@motcua/fields';
import { ComponentFile } from '../shared/component-file.js';
import { TakenAsEnough } from '../shared/taken-as-enough.js';

/**
 * The applicant gave what was asked: before acceptance this informs, after it this asks the case. Key: dossierId.
 * Producer: dossier-intake.
 */
export class DossierSupplementCompletedV1 {
  static readonly type = 'vn.motcua.dossier.supplement-completed.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @Count() readonly number!: number;
  @AnyInstant() readonly completedAt!: string;
  @Flag() readonly afterAcceptance!: boolean;
  @AnyListOf(() => ComponentFile) readonly files!: readonly ComponentFile[];
  /** Where an officer took less than all of it, before acceptance. */
  @Nested(() => TakenAsEnough, { optional: true }) readonly takenAsEnough?: TakenAsEnough;
}
