import { Controller } from '@nestjs/common';
import { DossierAcceptedV1 } from '@motcua/contracts';
import { Commands, type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { OpenCase } from './open-case.js';

/** An accepted dossier becomes a case, with the version, term, due dates and steps of its acceptance (R12, R14). */
@Controller()
export class OpenCaseWhenDossierAccepted {
  constructor(
    private readonly commands: Commands,
    private readonly openCase: OpenCase,
  ) {}

  @On(DossierAcceptedV1)
  async open({ data }: EventEnvelope<DossierAcceptedV1>, { tx }: EventContext): Promise<void> {
    await this.commands.apply(tx, this.openCase, data);
  }
}
