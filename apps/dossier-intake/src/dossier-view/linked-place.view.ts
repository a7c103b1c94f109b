import { Text, TextList, Uuid, Whole } from '@motcua/platform';

/** The place of a dossier among those that are submitted together (liên thông). */
export class LinkedPlaceView {
  @Uuid({ description: 'Of all of them together' }) readonly id!: string;
  @Text() readonly groupName!: string;
  @Whole({ min: 1 }) readonly step!: number;
  @TextList({ description: 'Ids of earlier dossiers for whose results it waits before it can be accepted' })
  readonly waitsFor!: readonly string[];
}
