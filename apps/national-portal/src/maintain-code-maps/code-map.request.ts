import { Text } from '@motcua/platform';

export class CodeMapRequest {
  @Text({
    nullable: true,
    max: 100,
    description: "The portal's code; null: there is none, and dossiers with ours wait",
  })
  readonly portalCode!: string | null;

  @Text({ optional: true, nullable: true, max: 500 }) readonly note?: string | null;
}
