import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '@motcua/platform';
import { Synchronisation } from '../synchronisation/synchronisation.js';
import { SynchronisationView } from '../synchronisation/synchronisation.view.js';

@Controller('v1/synchronisation')
@ApiTags('synchronisation')
@Requires('portal.operate')
export class ShowSynchronisationController {
  constructor(private readonly synchronisation: Synchronisation) {}

  @Get()
  @ApiOperation({ summary: 'Synchronisation backlog per agency, and the reasons for which dossiers wait' })
  @ApiOkResponse({ type: SynchronisationView })
  show(): Promise<SynchronisationView> {
    return this.synchronisation.view();
  }
}
