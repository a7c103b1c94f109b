import { ListOf } from '@motcua/platform';
import { FileView } from '../dossier-view/file.view.js';

export class FilesView {
  @ListOf(() => FileView) readonly items!: readonly FileView[];
}
