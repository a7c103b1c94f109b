import { BasisPoints, OneOf, Text, Whole } from '@motcua/platform';
import { TARGET_FIGURES, type TargetFigure, type TargetRow } from '../targets/target-row.js';

/** What an agency and all below it are to reach in a year. */
export class TargetView {
  @Text({ example: 'H48.12' }) readonly agency!: string;
  @Whole({ example: 2026 }) readonly year!: number;
  @OneOf(TARGET_FIGURES) readonly figure!: TargetFigure;
  @BasisPoints({ example: 3000 }) readonly share!: number;
  @Text({ nullable: true }) readonly basis!: string | null;
}

export const targetView = ({ agency, year, figure, share, basis }: TargetRow): TargetView => ({
  agency,
  year,
  figure,
  share,
  basis,
});
