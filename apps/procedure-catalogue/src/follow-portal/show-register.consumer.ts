import { Controller } from '@nestjs/common';
import { PortalListsReadV1 } from '@motcua/contracts';
import { Commands, type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { SHOW_REGISTER } from '../changes/show-register.js';

/** Which of ours the portal's lists name is decided on all that there are. */
@Controller()
export class ShowRegisterWhenPortalListsRead {
  constructor(private readonly commands: Commands) {}

  @On(PortalListsReadV1)
  async show({ data: { fetchId } }: EventEnvelope<PortalListsReadV1>, { tx }: EventContext): Promise<void> {
    await this.commands.apply(tx, SHOW_REGISTER, { fetchId });
  }
}
