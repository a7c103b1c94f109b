import { Flag, Text, Whole } from '@motcua/platform';

export class ComponentShape {
  @Text({ max: 60, pattern: /^[A-Za-z0-9Đđ][A-Za-z0-9Đđ._-]*$/, example: 'DON-DE-NGHI' })
  readonly code!: string;

  @Text({ max: 2000 })
  readonly name!: string;

  @Whole({ max: 100 })
  readonly originals!: number;

  @Whole({ max: 100 })
  readonly copies!: number;

  @Flag()
  readonly required!: boolean;

  @Text({
    optional: true,
    nullable: true,
    max: 1000,
    pattern: /^https?:\/\//,
    description: 'Address from which the form is downloaded',
  })
  readonly formUrl: string | null = null;
}
