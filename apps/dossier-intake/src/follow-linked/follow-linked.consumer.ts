import { Controller } from '@nestjs/common';
import { DossierStatusChangedV1 } from '@motcua/contracts';
import { type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { Dossiers } from '../change/dossiers.js';
import { waitingFor } from '../persistence/linked-dossiers.js';
import { GO_ON_AFTER_LINKED } from './go-on-after-linked.js';

/** After these there is a result, or there will be none. */
const DECIDED: ReadonlySet<string> = new Set(['processed', 'refused', 'withdrawn', 'stopped']);

/** What waits for the result of a linked dossier goes on with it, or ends with it. */
@Controller()
export class FollowLinked {
  constructor(private readonly dossiers: Dossiers) {}

  @On(DossierStatusChangedV1)
  async decided(
    { data: { dossierId, to } }: EventEnvelope<DossierStatusChangedV1>,
    { tx }: EventContext,
  ): Promise<void> {
    if (!DECIDED.has(to)) return;
    for (const id of await waitingFor(tx, dossierId))
      await this.dossiers.apply(tx, GO_ON_AFTER_LINKED, { id, earlier: dossierId });
  }
}
