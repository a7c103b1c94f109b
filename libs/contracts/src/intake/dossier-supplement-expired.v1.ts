import { AnyInstant, AnyText, Count, Uuid } from '@motcua/fields';
/**
 * A supplement that a case asked for was not given by its deadline; from here on none is taken, and the case stops (R9).
 * Before acceptance `dossier.refused` says it. Key: dossierId. Producer: dossier-intake.
 */
export class DossierSupplementExpiredV1 {
  static readonly type = 'vn.motcua.dossier.supplement-expired.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @Count() readonly number!: number;
  @AnyInstant() readonly deadlineAt!: string;
  /** When it was recorded, by the legal clock. */
  @AnyInstant() readonly expiredAt!: string;
}
