import { Text, Whole } from '@motcua/platform';

export class NoteRequest {
  @Text({ max: 4000, onScreen: true }) readonly text!: string;

  @Whole({ optional: true, min: 1, description: 'Number of an own note that this one corrects' })
  readonly corrects?: number;
}
