import { Day, OneOf, Whole } from '@motcua/platform';
import { VERSION_STATES, type VersionState } from '@motcua/catalogue-domain';

export class VersionLineView {
  @Whole({ min: 1 })
  readonly version!: number;

  @OneOf(VERSION_STATES)
  readonly state!: VersionState;

  @Day({ nullable: true })
  readonly effectiveFrom!: string | null;

  @Whole()
  readonly openQuestions!: number;
}
