import { Text } from '@motcua/platform';
import { DocumentFormsRequest } from './document-forms.request.js';

/** In which forms an agency numbers its documents. */
export class DocumentFormsView extends DocumentFormsRequest {
  @Text() readonly agency!: string;
}
