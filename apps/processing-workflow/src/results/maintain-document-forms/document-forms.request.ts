import { ListOf } from '@motcua/platform';
import { DocumentFormRequest } from './document-form.request.js';

export class DocumentFormsRequest {
  @ListOf(() => DocumentFormRequest, { min: 1, max: 200, description: 'One for each result, and one for all others' })
  readonly forms!: readonly DocumentFormRequest[];
}
