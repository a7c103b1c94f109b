import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Calendars } from '@motcua/catalogue-copy';
import { DossierAcceptedV1 } from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { openCase } from '@motcua/processing-domain';
import { CaseStore } from '../persistence/case-store.js';
import { ProcessDefinitions } from '../persistence/process-definitions.js';
import { acceptedDossier } from './accepted-dossier.js';

const EARLIER = `SELECT number FROM earlier_supplement WHERE dossier_id = $1`;

/** An accepted dossier becomes a case, with the version, term, due dates and steps of its acceptance (R12, R14). */
@Controller()
export class OpenCaseWhenDossierAccepted {
  constructor(
    private readonly cases: CaseStore,
    private readonly calendars: Calendars,
    private readonly definitions: ProcessDefinitions,
  ) {}

  @On(DossierAcceptedV1)
  async open(@Payload() { data }: EventEnvelope<DossierAcceptedV1>, @Ctx() { tx }: EventContext): Promise<void> {
    // Later deadlines are counted on the calendar of the acceptance: until it has come, the case waits.
    await this.calendars.revision(data.calendar.code, data.calendar.revision, tx);
    const definition = await this.definitions.inForce(tx, data.procedureCode, data.procedureVersion);
    const [earlier] = await tx.query<{ number: number }>(EARLIER, [data.dossierId]);
    const dossier = acceptedDossier(data, definition, earlier?.number ?? 0);
    await this.cases.insert(tx, openCase(dossier, newId()), data, {
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
