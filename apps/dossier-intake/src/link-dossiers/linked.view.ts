import { ListOf, Text, Uuid } from '@motcua/platform';
import { LinkedDossierView } from './linked-dossier.view.js';

/** Dossiers that are submitted together (liên thông). The ETag is of all of them. */
export class LinkedView {
  @Uuid() readonly id!: string;
  @Text() readonly group!: string;
  @Text() readonly groupName!: string;
  @ListOf(() => LinkedDossierView) readonly dossiers!: readonly LinkedDossierView[];
}
