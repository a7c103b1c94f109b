import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AgencyRecord } from '@motcua/catalogue-domain';
import { Refusal } from '@motcua/kernel';
import { type Answer, Database, ok, type Page, PageOf, type PlatformCode, Requires } from '@motcua/platform';
import { AgencyCode } from '../http/path-code.pipe.js';
import { findAgency } from '../persistence/agencies.js';
import { AgencyView } from '../views/agency.view.js';
import { FindAgencies } from './find-agencies.js';
import { FindAgenciesQuery } from './find-agencies.query.js';

@Controller('v1/agencies')
@ApiTags('agencies')
@Requires('catalogue.read')
export class FindAgenciesController {
  constructor(
    private readonly findAgencies: FindAgencies,
    private readonly database: Database,
  ) {}

  @Get()
  @ApiOperation({ summary: "Lists the province's agencies in the order of their identifiers" })
  @ApiOkResponse({ type: PageOf(AgencyView) })
  list(@Query() query: FindAgenciesQuery): Promise<Page<AgencyRecord>> {
    return this.findAgencies.execute(query);
  }

  @Get(':code')
  @ApiOperation({ summary: 'Returns an agency by its current or legacy identifier (R2)' })
  @ApiOkResponse({ type: AgencyView })
  async get(@Param('code', AgencyCode) code: string): Promise<Answer<AgencyRecord>> {
    const agency = await findAgency(this.database, code);
    if (!agency) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { agency: code });
    return ok(agency, { version: agency.revision });
  }
}
