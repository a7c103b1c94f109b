import { JsonObject } from '@motcua/platform';
import { BeneficiaryView } from './beneficiary.view.js';

export class ExemptionView extends BeneficiaryView {
  @JsonObject({ nullable: true, description: 'Officer who accepted the dossier with it; null until then' })
  readonly grantedBy!: object | null;
}
