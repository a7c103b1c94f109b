/** What a client was told of a command of its own. */
export interface Told {
  readonly life: number;
  readonly kind: string;
  readonly dossierId: string | null;
  readonly status: number;
  readonly persona: string | null;
  readonly path: string;
  readonly key: string;
  readonly body: unknown;
  readonly etag: string;
  readonly sent: { readonly json?: object | undefined; readonly seen?: string | undefined };
}

/** A dossier as its clients know it. */
export interface Life {
  readonly number: number;
  readonly procedure: string;
  dossierId: string | null;
  code: string | null;
  /** The statuses that it may have, by what was acknowledged and by nothing else. */
  statuses: readonly string[];
  /** The case was opened, for all that was acknowledged. */
  accepted: boolean;
  /** References of orders that the payer's side was told are paid, or will learn so. */
  readonly paid: string[];
  /** How its money comes; null: none has come yet. */
  way: 'platform' | 'cash' | 'transfer' | null;
  /** Numbers of receipts that were entered by mistake, and undone by two persons. */
  readonly undone: Set<string>;
  /** Why it could not go on, where something that must come did not come. */
  stuck: string | null;
  ended: boolean;
}

/** The clients' own record: kept apart from the system, and never asked from it. */
export class ChaosRecord {
  readonly told: Told[] = [];
  readonly lives: Life[] = [];
  readonly faults = new Map<string, number>();
  /** Attempts that got no answer, or one that says "later". */
  readonly repeats = new Map<string, number>();
  readonly surprises = new Map<string, number>();

  tell(told: Told): void {
    this.told.push(told);
  }

  get acknowledged(): Told[] {
    return this.told.filter(({ status }) => status < 300);
  }

  count(what: 'faults' | 'repeats' | 'surprises', name: string): void {
    this[what].set(name, (this[what].get(name) ?? 0) + 1);
  }
}
