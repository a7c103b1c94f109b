import { BasisPoints, Text } from '@motcua/platform';

/** What is to be reached, and who it was set for: the agency itself, or the nearest one above it. */
export class TargetOfView {
  @BasisPoints({ example: 3000 }) readonly share!: number;
  @Text({ example: 'H48' }) readonly agency!: string;
  @Text({ nullable: true, example: 'Quyết định số 985/QĐ-TTg' }) readonly basis!: string | null;
}
