import { Text } from '@motcua/platform';

export class CodeMapRequest {
  @Text({
    nullable: true,
    max: 100,
    description:
      "The portal's code; null: none is known, and dossiers with ours wait until its list has one or an operator enters it",
  })
  readonly portalCode!: string | null;

  @Text({ optional: true, nullable: true, max: 500 }) readonly note?: string | null;
}
