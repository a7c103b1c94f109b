import { Injectable } from '@nestjs/common';
import type { Aggregate, HistoryEntry, NewEvent, Queries } from '@motcua/platform';
import { DossierAggregate } from '../change/dossier-aggregate.js';
import type { DossierChange } from '../change/dossier-change.js';

/** What one command makes of several dossiers: all of it or nothing. */
export interface LinkedChange {
  readonly dossiers: readonly [DossierChange, ...DossierChange[]];
}

/** Linked dossiers change as dossiers do, several at once. */
@Injectable()
export class LinkedAggregate implements Aggregate<LinkedChange> {
  constructor(private readonly dossiers: DossierAggregate) {}

  async save(queries: Queries, changes: readonly LinkedChange[]): Promise<readonly LinkedChange[]> {
    const saved = await this.dossiers.save(
      queries,
      changes.flatMap((change) => change.dossiers),
    );
    let from = 0;
    return changes.map(({ dossiers }) => {
      const own = saved.slice(from, from + dossiers.length);
      from += dossiers.length;
      return { dossiers: own as [DossierChange, ...DossierChange[]] };
    });
  }

  events({ dossiers }: LinkedChange): NewEvent[] {
    return dossiers.flatMap((change) => this.dossiers.events(change));
  }

  history({ dossiers }: LinkedChange): [HistoryEntry, ...HistoryEntry[]] {
    return dossiers.flatMap((change) => this.dossiers.history(change)) as [HistoryEntry, ...HistoryEntry[]];
  }
}
