import { Injectable } from '@nestjs/common';
import { withOffset } from '@motcua/kernel';
import { Database, openText, SealingConfig, sql } from '@motcua/platform';
import { type MessageRow, MESSAGES } from '../persistence/message-row.js';
import type { MessageView } from './message.view.js';

/** The messages of a dossier, opened. */
@Injectable()
export class ReadMessages {
  constructor(
    private readonly database: Database,
    private readonly sealing: SealingConfig,
  ) {}

  async of(dossierId: string): Promise<MessageView[]> {
    const rows = await this.database.query<MessageRow>(
      sql`SELECT ${MESSAGES.columns('m')} FROM dossier_message m WHERE m.dossier_id = ${dossierId} ORDER BY m.number`,
    );
    return rows.map(({ number, sentAt, fromApplicant, officer, sealed }) => ({
      ...{ number, sentAt: withOffset(sentAt), fromApplicant, officerName: officer?.name ?? null },
      text: openText(this.sealing.sealingKey, sealed),
    }));
  }
}
