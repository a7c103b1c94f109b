import { Whole } from '@motcua/platform';

/** Services and dossiers online. */
export class OnlineServicesFigures {
  @Whole() readonly proceduresOnline!: number;
  @Whole() readonly procedures!: number;
  @Whole({ description: 'Submitted online, with a link to the result where one is due' })
  readonly dossiersOnline!: number;
  @Whole() readonly dossiers!: number;
}
