import { OneOf, Text, Whole } from '@motcua/platform';

const KINDS = [
  'agency',
  'field',
  'procedure',
  'component',
  'result',
  'submission',
  'applicant',
  'procedureVersion',
  'portalCode',
  'record',
  'refusedProgress',
];

/** What dossiers wait for, and how many do. */
export class UnmappedCodeView {
  @OneOf(KINDS) readonly kind!: string;
  @Text() readonly code!: string;
  @Whole() readonly dossiers!: number;
}
