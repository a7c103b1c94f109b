import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Page, PageOf, Requires } from '@motcua/platform';
import { FindOfficers } from './find-officers.js';
import { ListedOfficerView } from './listed-officer.view.js';
import { OfficersQuery } from './officers.query.js';

@Controller('v1/officers')
@ApiTags('officers')
@Requires('case.read')
export class FindOfficersController {
  constructor(private readonly officers: FindOfficers) {}

  @Get()
  @ApiOperation({ summary: 'Officers who may hold tasks of an agency, to hand one over or to assign it' })
  @ApiOkResponse({ type: PageOf(ListedOfficerView) })
  find(@Query() query: OfficersQuery): Promise<Page<ListedOfficerView>> {
    return this.officers.of(query);
  }
}
