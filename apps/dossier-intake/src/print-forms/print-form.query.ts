import { Whole } from '@motcua/platform';

export class PrintFormQuery {
  @Whole({ optional: true, fromText: true, min: 1, description: 'Of form 02: which request; the newest when left out' })
  readonly number?: number;
}
