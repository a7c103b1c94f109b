import { Controller } from '@nestjs/common';
import { DossierAcceptedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { openCase } from '@motcua/processing-domain';
import { Openings } from '../../change/openings.js';
import { CaseStore } from '../../persistence/case-store.js';
import { ProcessDefinitions } from '../../persistence/process-definitions.js';
import { acceptedDossier } from './accepted-dossier.js';

const EARLIER = `SELECT number FROM earlier_supplement WHERE dossier_id = $1`;

/** An accepted dossier becomes a case, with the version, term, due dates and steps of its acceptance (R12, R14). */
@Controller()
export class OpenCaseWhenDossierAccepted {
  constructor(
    private readonly cases: CaseStore,
    private readonly openings: Openings,
    private readonly definitions: ProcessDefinitions,
  ) {}

  @On(DossierAcceptedV1)
  async open({ data }: EventEnvelope<DossierAcceptedV1>, { tx }: EventContext): Promise<void> {
    // Later deadlines are counted on the calendar of the acceptance: until it has come, the case waits.
    const opening = await this.openings.of(
      tx,
      { terms: data, calendarRevision: data.calendar.revision },
      Temporal.Instant.from(data.acceptedAt),
    );
    const definition = await this.definitions.inForce(tx, data.procedureCode, data.procedureVersion);
    const [earlier] = await tx.query<{ number: number }>(EARLIER, [data.dossierId]);
    const dossier = acceptedDossier(data, definition, earlier?.number ?? 0);
    await this.cases.insert(tx, openCase(dossier, opening), data, {
      at: dossier.acceptedAt,
      actor: data.acceptedBy.subject,
      action: 'open',
      detail: {
        definition: { procedure: definition.procedure, version: definition.version },
        procedure: { code: data.procedureCode, version: data.procedureVersion },
        statutoryDueAt: data.statutoryDueAt,
        promisedDueAt: data.promisedDueAt,
      },
    });
  }
}
