import { JsonObject } from '@motcua/platform';
import { DossierView } from '../dossier-view/dossier.view.js';

export class AcceptanceView extends DossierView {
  @JsonObject({
    nullable: true,
    description: 'How the version in force differs from that of the submission (R14); null where it does not',
  })
  readonly versionDifference!: object | null;
}
