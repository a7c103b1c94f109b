import { Injectable } from '@nestjs/common';
import { withOffset } from '@motcua/kernel';
import { Database, openText, SealingConfig, sql } from '@motcua/platform';
import { type CorrectionContent, type CorrectionRow, CORRECTIONS } from '../persistence/correction-row.js';
import type { CorrectionView } from './correction.view.js';

/** The corrections of a dossier, opened, the first one first. */
@Injectable()
export class ReadCorrections {
  constructor(
    private readonly database: Database,
    private readonly sealing: SealingConfig,
  ) {}

  async of(dossierId: string): Promise<CorrectionView[]> {
    const rows = await this.database.query<CorrectionRow>(
      sql`SELECT ${CORRECTIONS.columns('c')} FROM dossier_correction c WHERE c.dossier_id = ${dossierId} ORDER BY c.number`,
    );
    return rows.map(({ number, correctedAt, correctedBy, sealed }) => {
      const content = JSON.parse(openText(this.sealing.sealingKey, sealed)) as CorrectionContent;
      return { number, correctedAt: withOffset(correctedAt), correctedBy: correctedBy.name, ...content };
    });
  }
}
