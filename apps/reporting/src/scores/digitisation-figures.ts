import { Flag, Whole } from '@motcua/platform';

/** Electronic papers and results. */
export class DigitisationFigures {
  @Whole() readonly dossiers!: number;
  @Whole() readonly electronicResults!: number;
  @Whole({ description: 'Dossiers whose papers and result are digitised' }) readonly digitised!: number;
  @Whole({ description: 'Dossiers with reused digital papers' }) readonly reused!: number;
  @Whole() readonly fromCitizenStore!: number;
  @Whole({ description: 'Dossiers that used the population database' }) readonly populationData!: number;
  @Whole() readonly proceduresConnected!: number;
  @Whole() readonly procedures!: number;
  @Flag({ description: 'Whether the agency certifies electronic copies' }) readonly certifiedCopies!: boolean;
}
