import { Amount, AnyInstant, AnyText, Count, Flag, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/**
 * The one-stop passed on what another body collects because of the dossier, such as a tax or a penalty. It is that body's money:
 * no service of ours books it. Key: dossierId. Producer: dossier-intake.
 */
export class DossierOtherDueAskedV1 {
  static readonly type = 'vn.motcua.dossier.other-due-asked.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  /** Counts those of the dossier. */
  @Count() readonly number!: number;
  @AnyText() readonly name!: string;
  @Amount() readonly amount!: number;
  @AnyText() readonly collector!: string;
  @AnyText() readonly legalBasis!: string;
  @AnyText() readonly howToPay!: string;
  /** Last day of payment; null: its body says none. */
  @AnyText({ nullable: true }) readonly payBy!: string | null;
  /** The result waits for the proof of payment. */
  @Flag() readonly holdsBack!: boolean;
  @AnyInstant() readonly askedAt!: string;
  @Nested(() => OfficerReference) readonly askedBy!: OfficerReference;
}
