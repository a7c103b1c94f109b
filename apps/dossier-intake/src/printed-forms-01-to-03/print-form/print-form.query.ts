import { Whole } from '@motcua/platform';

export class PrintFormQuery {
  @Whole({
    optional: true,
    fromText: true,
    min: 1,
    description: 'Form 02 only: number of the supplement request; default the newest',
  })
  readonly number?: number;
}
