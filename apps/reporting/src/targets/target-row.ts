import { rowTable } from '@motcua/platform';

/** What a target is set for: the dossiers that came online, the procedures that are online (or in full). */
export const TARGET_FIGURES = ['receivedOnline', 'proceduresOnline', 'proceduresFull'] as const;
export type TargetFigure = (typeof TARGET_FIGURES)[number];

export interface TargetRow {
  readonly agency: string;
  readonly year: number;
  readonly figure: TargetFigure;
  /** In basis points. */
  readonly share: number;
  /** The decision that sets it. */
  readonly basis: string | null;
  readonly version: number;
}

export const TARGETS = rowTable<TargetRow>('target', {
  agency: 'key',
  year: 'key',
  figure: 'key',
  share: 'plain',
  basis: 'plain',
  version: 'plain',
});
