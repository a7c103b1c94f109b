import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { FileChange } from './held-files.js';
import type { Wire } from './records.js';

/** What changes the dossiers that the portal holds. */
export type DossierChange =
  | {
      readonly kind: 'dossier';
      readonly code: string;
      readonly bornHere: boolean;
      readonly record: Wire;
      readonly at: string;
    }
  | { readonly kind: 'progress'; readonly lines: readonly Wire[]; readonly at: string };

/** What changes what the portal holds; a log of them is all that it keeps. */
export type Change = DossierChange | FileChange;

/** The changes that a portal wrote down before it was stopped or killed; half a line at the end was never acknowledged. */
export function readChanges(file: string): Change[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.slice(0, -1).map((line) => JSON.parse(line) as Change);
}

export const appendChange =
  (file: string) =>
  (change: Change): void =>
    appendFileSync(file, `${JSON.stringify(change)}\n`);
