import { Text, Uuid } from '@motcua/platform';

export class BagItemView {
  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @Text() readonly procedureName!: string;
}
