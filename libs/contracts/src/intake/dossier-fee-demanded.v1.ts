import { Nested, Uuid } from '@motcua/fields';
import { FeeDemand } from '../shared/fee-demand.js';

/**
 * The one-stop found before the acceptance that the dossier owes more (1→6). Key: dossierId. Producer:
 * dossier-intake.
 */
export class DossierFeeDemandedV1 {
  static readonly type = 'vn.motcua.dossier.fee-demanded.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @Nested(() => FeeDemand) readonly demand!: FeeDemand;
}
