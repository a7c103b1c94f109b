import { ONLINE_LEVELS, type OnlineLevel } from '@motcua/contracts';
import { OneOf, Text, Whole } from '@motcua/platform';

export class ProcedureToLookAtView {
  @Text({ example: '1.001686' }) readonly code!: string;
  @Text() readonly name!: string;
  @Text({ example: 'G10-NN12' }) readonly field!: string;
  @OneOf(ONLINE_LEVELS) readonly onlineLevel!: OnlineLevel;
  @Whole({ description: 'Dossiers accepted in the period' }) readonly received!: number;
}
