import { Text, Whole } from '@motcua/fields';
import { DEFAULT_LIMIT, MAX_LIMIT } from '../database/keyset.js';

/** The parameters that every list takes. */
export class PageQuery {
  @Text({
    optional: true,
    max: 1000,
    description: 'Cursor of the page, from `next` or the Link header of the page before',
  })
  readonly cursor?: string;

  @Whole({ optional: true, fromText: true, min: 1, max: MAX_LIMIT, description: 'Items a page' })
  readonly limit: number = DEFAULT_LIMIT;
}
