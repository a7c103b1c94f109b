import { AnyInstant, AnyText, Uuid } from '@motcua/fields';
/**
 * An online dossier was neither accepted nor refused nor sent back within its 8 working hours (R6). Recorded once for each
 * run of them. Key: dossierId. Producer: dossier-intake.
 */
export class DossierReceptionOverdueV1 {
  static readonly type = 'vn.motcua.dossier.reception-overdue.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly code!: string;
  @AnyText() readonly receivingAgency!: string;
  /** The instant from which on it is late. */
  @AnyInstant() readonly receptionDueAt!: string;
  /** When that was recorded. */
  @AnyInstant() readonly at!: string;
}
