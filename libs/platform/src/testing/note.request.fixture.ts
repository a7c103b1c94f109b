import { ListOf, Text, TextList, Whole } from '@motcua/fields';
import { LinkRequest } from './link.request.fixture.js';

export class NoteRequest {
  @Text({ max: 20 })
  readonly title!: string;

  @Whole({ max: 10, optional: true })
  readonly weight?: number;

  @TextList({ max: 2, optional: true })
  readonly labels?: string[];

  @ListOf(() => LinkRequest, { optional: true })
  readonly links?: LinkRequest[];
}
