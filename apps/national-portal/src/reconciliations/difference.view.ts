import { Flag, JsonObject, OneOf, Text } from '@motcua/platform';
import { type Difference, DIFFERENCES } from './compare-records.js';

export class DifferenceView {
  @Text({ description: 'MaHoSo' }) readonly code!: string;
  @OneOf(DIFFERENCES) readonly difference!: Difference;
  @JsonObject({ nullable: true, description: 'The fields that differ, as we hold them' })
  readonly ours!: Readonly<Record<string, unknown>> | null;
  @JsonObject({ nullable: true, description: 'The same fields as the portal holds them' })
  readonly theirs!: Readonly<Record<string, unknown>> | null;
  @Flag({ description: 'It was missing there, and goes out again' }) readonly sentAgain!: boolean;
}
