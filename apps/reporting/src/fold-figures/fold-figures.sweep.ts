import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Database, type DueRow, type Sweep } from '@motcua/platform';
import { FigureFolder } from './figure-folder.js';

const WAITING = 'SELECT EXISTS (SELECT 1 FROM figure_change) AS waiting';

/** Folds, each time the jobs wake it, whatever was appended since. */
@Injectable()
export class FoldFigures implements Sweep {
  readonly name = 'fold-figures';

  constructor(
    private readonly database: Database,
    private readonly folder: FigureFolder,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async due(after: DueRow | undefined): Promise<readonly DueRow[]> {
    if (after) return [];
    const [row] = await this.database.query<{ waiting: boolean }>(WAITING);
    return row?.waiting ? [{ at: this.clock.now(), id: 'figures' }] : [];
  }

  settle(): Promise<boolean> {
    return this.folder.fold();
  }
}
