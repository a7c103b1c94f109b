import { Text, TextList } from '@motcua/platform';
import { AddResultQuery } from './add-result.query.js';

/** A result document that is printed here. */
export class GenerateResultRequest extends AddResultQuery {
  @Text({ optional: true, max: 300, description: "Title of the document; the result's name when absent" })
  readonly title?: string;

  @TextList({ min: 1, max: 100, description: 'Paragraphs of the document, at most 500 characters each' })
  readonly paragraphs!: readonly string[];
}
