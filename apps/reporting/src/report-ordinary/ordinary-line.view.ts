import { Text, Whole } from '@motcua/platform';
import type { OrdinaryLine } from '@motcua/reporting-domain';

export class OrdinaryLineView implements OrdinaryLine {
  @Text({ example: 'H48.12', description: 'Code of the agency, field, procedure or channel' }) readonly code!: string;
  @Text({ nullable: true }) readonly name!: string | null;
  @Whole({ description: 'Accepted before the period and not ended when it began' }) readonly carriedOver!: number;
  @Whole() readonly receivedOnline!: number;
  @Whole() readonly receivedAtCounter!: number;
  @Whole() readonly receivedByPost!: number;
  @Whole() readonly finishedEarly!: number;
  @Whole() readonly finishedOnDay!: number;
  @Whole() readonly finishedLate!: number;
  @Whole() readonly stopped!: number;
  @Whole() readonly withdrawn!: number;
  @Whole() readonly runningInTime!: number;
  @Whole() readonly runningLate!: number;
  @Whole({ description: 'Dossiers due in the period: finished since, or running late' }) readonly due!: number;
  @Whole({ description: 'Of these: finished by their due date' }) readonly dueOnTime!: number;
}
