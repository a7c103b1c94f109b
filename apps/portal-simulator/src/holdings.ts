import type { DossierChange } from './change-log.js';
import type { HeldDossier, Wire } from './records.js';

/** All dossiers that the portal holds, with their progress: nothing but the changes, applied in their order. */
export class Holdings {
  private readonly dossiers = new Map<string, HeldDossier>();

  apply(change: DossierChange): void {
    if (change.kind === 'progress') return this.addLines(change.lines, change.at);
    const known = this.dossiers.get(change.code);
    this.dossiers.set(change.code, {
      code: change.code,
      bornHere: known?.bornHere ?? change.bornHere,
      record: change.record,
      progress: known?.progress ?? [],
      taken: (known?.taken ?? 0) + (change.bornHere ? 0 : 1),
      takenAt: change.at,
    });
  }

  private addLines(lines: readonly Wire[], at: string): void {
    for (const line of lines) {
      const held = this.dossiers.get(String(line['MaHoSo']));
      if (held) this.dossiers.set(held.code, { ...held, progress: [...held.progress, line], takenAt: at });
    }
  }

  find(code: string): HeldDossier | undefined {
    return this.dossiers.get(code);
  }

  /** Loses a dossier, as a portal restored from an old copy would. */
  forget(code: string): void {
    this.dossiers.delete(code);
  }

  all(): HeldDossier[] {
    return [...this.dossiers.values()];
  }

  get size(): number {
    return this.dossiers.size;
  }
}
