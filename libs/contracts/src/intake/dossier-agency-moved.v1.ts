import { AnyInstant, AnyText, Nested, Uuid } from '@motcua/fields';
import { OfficerReference } from '../shared/officer-reference.js';

/**
 * An agency has ended, merged or been split: what of a dossier was one's is another's from now on (R23). Key: dossierId.
 * Producer: dossier-intake.
 */
export class DossierAgencyMovedV1 {
  static readonly type = 'vn.motcua.dossier.agency-moved.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly from!: string;
  @AnyText() readonly to!: string;
  /** The decision by which the agencies were rearranged. */
  @AnyText() readonly reason!: string;
  @AnyInstant() readonly movedAt!: string;
  @Nested(() => OfficerReference) readonly movedBy!: OfficerReference;
}
