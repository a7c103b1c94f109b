import { ListOf, Text } from '@motcua/platform';
import { ListedDossierView } from './listed-dossier.view.js';

export class DossierPageView {
  @ListOf(() => ListedDossierView) readonly items!: readonly ListedDossierView[];
  @Text({ nullable: true }) readonly next!: string | null;
}
