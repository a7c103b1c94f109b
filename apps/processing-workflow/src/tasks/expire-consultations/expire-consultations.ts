import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Database, type DueRow, sql, type Sweep } from '@motcua/platform';
import { expireConsultation, silenceOf, standsAt } from '@motcua/processing-domain';
import { CaseCommands } from '../../change/case-commands.js';
import { reactionKind } from '../../change/case-kind.js';

const EXPIRE_CONSULTATION = reactionKind<{ readonly dossierId: string }>(
  'system:consultation-expired',
  ({ state, opening }) => {
    const decided = expireConsultation(state, opening);
    if (!decided) return undefined;
    const stillOpen = new Set(decided.state.tasks.map((task) => task.id));
    const silent = state.tasks.filter((task) => !stillOpen.has(task.id));
    const detail = {
      step: standsAt(state),
      silent: silent.map(({ agency }) => agency),
      next: standsAt(decided.state),
    };
    const silences = new Map(silent.map((task) => [task.id, { silence: silenceOf(state, task) }]));
    return { decided, action: 'consultationExpired', detail, silences };
  },
  { taskIds: true },
);

/** Stops asking agencies that were silent until their time had passed, where the consultation is joined by deadline. */
@Injectable()
export class ExpireConsultations implements Sweep {
  readonly name = 'expire-consultations';

  constructor(
    private readonly database: Database,
    private readonly commands: CaseCommands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    const { at = null, id = null } = after ?? {};
    return this.database.query<DueRow>(sql`
      SELECT consultation_expires_at AS at, dossier_id AS id FROM case_file
      WHERE consultation_expires_at <= ${this.clock.now()}
        AND (${at}::timestamptz IS NULL OR (consultation_expires_at, dossier_id) > (${at}::timestamptz, ${id}::uuid))
      ORDER BY consultation_expires_at, dossier_id LIMIT ${limit}`);
  }

  async settle({ id }: DueRow): Promise<boolean> {
    const { body } = await this.commands.run(EXPIRE_CONSULTATION, { dossierId: id });
    return body.changed;
  }
}
