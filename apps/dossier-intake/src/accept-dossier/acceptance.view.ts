import { JsonObject } from '@motcua/platform';
import { DossierView } from '../dossier-view/dossier.view.js';

export class AcceptanceView extends DossierView {
  @JsonObject({
    nullable: true,
    description:
      'Differences between the version in force and the version of the submission (R14); null if there are none',
  })
  readonly versionDifference!: object | null;
}
