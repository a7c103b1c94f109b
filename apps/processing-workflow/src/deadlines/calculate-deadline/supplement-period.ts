import { InstantText } from '@motcua/platform';

export class SupplementPeriod {
  @InstantText() readonly requestedAt!: string;
  @InstantText({ optional: true, nullable: true, description: 'Absent or null while the supplement is awaited' })
  readonly completedAt?: string | null;
}
