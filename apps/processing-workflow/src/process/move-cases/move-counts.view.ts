import { Whole } from '@motcua/platform';

export class MoveCountsView {
  @Whole({ min: 0, description: 'Would be moved' }) readonly planned!: number;
  @Whole({ min: 0, description: 'Cannot be moved; each says why' }) readonly immovable!: number;
  @Whole({ min: 0, description: 'Have been moved' }) readonly moved!: number;
  @Whole({ min: 0, description: 'Went on between plan and application, and were left alone' })
  readonly changed!: number;
  @Whole({ min: 0, description: 'Were moved, and taken back' }) readonly undone!: number;
  @Whole({ min: 0, description: 'Were moved and have gone on since: they cannot be taken back' })
  readonly goneOn!: number;
}
