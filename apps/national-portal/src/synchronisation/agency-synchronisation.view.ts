import { InstantText, Text, Whole } from '@motcua/platform';

export class AgencySynchronisationView {
  @Text() readonly agency!: string;
  @Whole({ description: 'Dossiers with something unsent' }) readonly waiting!: number;
  @InstantText({ nullable: true, description: 'Since when the oldest of them waits' }) readonly oldestSince!:
    string | null;
  @Whole({
    description: 'Records that the portal refused, that have not changed since, and that no officer has acknowledged',
  })
  readonly refused!: number;
  @Whole({ description: 'Dossiers whose last call was not answered' }) readonly unanswered!: number;
}
