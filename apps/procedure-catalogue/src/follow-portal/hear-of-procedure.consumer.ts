import { Controller } from '@nestjs/common';
import { PortalProcedureChangedV1 } from '@motcua/contracts';
import { Commands, type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { HEAR_OF_PROCEDURE } from '../changes/hear-of-procedure.js';
import { itemHash } from '../changes/portal-item.js';

/** The national portal says something else of a procedure: it is compared with ours, and nothing of ours changes by itself. */
@Controller()
export class HearOfProcedureWhenPortalChanged {
  constructor(private readonly commands: Commands) {}

  @On(PortalProcedureChangedV1)
  async hear({ data, time }: EventEnvelope<PortalProcedureChangedV1>, { tx }: EventContext): Promise<void> {
    const { code: procedure, name, revision: portalRevision, listed, item } = data;
    const contentHash = itemHash(item);
    const at = Temporal.Instant.from(time);
    await this.commands.apply(tx, HEAR_OF_PROCEDURE, {
      procedure,
      name,
      portalRevision,
      listed,
      item,
      contentHash,
      at,
    });
  }
}
