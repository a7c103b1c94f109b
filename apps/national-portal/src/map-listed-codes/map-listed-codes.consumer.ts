import { Controller } from '@nestjs/common';
import { RegisterShownV1 } from '@motcua/contracts';
import { Commands, type EventContext, type EventEnvelope, On } from '@motcua/platform';
import { MAP_LISTED_CODES } from './map-listed-codes.js';

/** Brings the portal's lists of agencies and fields into the code maps; dossiers that waited for a code go by themselves. */
@Controller()
export class MapListedCodesWhenRegisterShown {
  constructor(private readonly commands: Commands) {}

  @On(RegisterShownV1)
  async map({ data }: EventEnvelope<RegisterShownV1>, { tx }: EventContext): Promise<void> {
    await this.commands.apply(tx, MAP_LISTED_CODES, data);
  }
}
