import { ListOf, OneOf, Text, Whole } from '@motcua/platform';
import { ImportFaultView } from './import-fault.view.js';

const OUTCOMES = ['taken', 'dismissed', 'refused'] as const;

export class DecidedDifferenceView {
  @Text() readonly procedure!: string;
  @OneOf(OUTCOMES) readonly outcome!: (typeof OUTCOMES)[number];
  @Whole({ nullable: true, min: 1, description: 'The version that holds what was taken' })
  readonly draftVersion!: number | null;
  @Text({ nullable: true, description: 'Why it was refused', example: 'DIFFERENCE.NOT_TAKEN' })
  readonly code!: string | null;
  @Text({ nullable: true }) readonly detail!: string | null;
  @ListOf(() => ImportFaultView) readonly errors!: readonly ImportFaultView[];
}
