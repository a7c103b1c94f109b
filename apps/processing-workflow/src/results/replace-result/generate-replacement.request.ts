import { Text, TextList } from '@motcua/platform';
import { ReplaceResultQuery } from './replace-result.query.js';

/** A document that is printed here and takes another's place. */
export class GenerateReplacementRequest extends ReplaceResultQuery {
  @Text({ optional: true, max: 300, description: "Title of the document; the result's name when absent" })
  readonly title?: string;

  @TextList({ min: 1, max: 100, description: 'Paragraphs of the document, at most 500 characters each' })
  readonly paragraphs!: readonly string[];
}
