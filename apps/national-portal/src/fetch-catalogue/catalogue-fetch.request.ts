import { Flag } from '@motcua/platform';

export class CatalogueFetchRequest {
  @Flag({
    optional: true,
    description: 'Believe a list of procedures that has lost more than half of what it had',
  })
  readonly acceptShrunk: boolean = false;
}
