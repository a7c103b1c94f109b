import { Injectable } from '@nestjs/common';
import { Database, type DueRow, SealingConfig, sql, type Sweep } from '@motcua/platform';
import { type FormData, sealForm } from '../persistence/stored-form.js';

/** What a release from before wrote in clear is sealed where it lies: it says what it said, so no version moves and nobody is told. */
@Injectable()
export class SealForms implements Sweep {
  readonly name = 'seal-forms';

  constructor(
    private readonly database: Database,
    private readonly sealing: SealingConfig,
  ) {}

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    return this.database.query<DueRow>(sql`
      SELECT created_at AS at, id FROM dossier
      WHERE jsonb_typeof(form_data) = 'object' AND form_data <> '{}'
        AND (${after?.at ?? null}::timestamptz IS NULL OR (created_at, id) > (${after?.at ?? null}, ${after?.id ?? null}::uuid))
      ORDER BY 1, 2 LIMIT ${limit}`);
  }

  async settle({ id }: DueRow): Promise<boolean> {
    const [row] = await this.database.query<{ form: FormData | string }>(
      sql`SELECT form_data AS form FROM dossier WHERE id = ${id}::uuid`,
    );
    if (!row || typeof row.form === 'string') return false;
    const sealed = JSON.stringify(sealForm(row.form, this.sealing.sealingKey));
    // Not where it was changed meanwhile: then it is sealed already.
    const done = await this.database.query(sql`
      UPDATE dossier SET form_data = ${sealed}::jsonb WHERE id = ${id}::uuid AND form_data = ${JSON.stringify(row.form)}::jsonb
      RETURNING id`);
    return done.length > 0;
  }
}
