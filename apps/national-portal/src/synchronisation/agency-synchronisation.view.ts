import { InstantText, Text, Whole } from '@motcua/platform';

export class AgencySynchronisationView {
  @Text() readonly agency!: string;
  @Whole({ description: 'Dossiers with something unsent' }) readonly waiting!: number;
  @InstantText({ nullable: true, description: 'Since when the oldest of them waits' }) readonly oldestSince!:
    string | null;
  @Whole({ description: 'Records that the portal refused, and that have not changed since' }) readonly refused!: number;
  @Whole({ description: 'Dossiers whose last call was not answered' }) readonly unanswered!: number;
}
