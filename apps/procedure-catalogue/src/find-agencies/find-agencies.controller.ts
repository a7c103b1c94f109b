import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import { type Answer, ok, type Page, Requires, type PlatformCode } from '@motcua/platform';
import { AgencyCode } from '../http/path-code.pipe.js';
import type { AgencyRecord } from '@motcua/catalogue-domain';
import { AgencyStore } from '../persistence/agency-store.js';
import { AgencyPageView } from './agency-page.view.js';
import { AgencyView } from '../views/agency.view.js';
import { FindAgenciesQuery } from './find-agencies.query.js';
import { FindAgencies } from './find-agencies.js';

@Controller('v1/agencies')
@ApiTags('agencies')
@Requires('catalogue.read')
export class FindAgenciesController {
  constructor(
    @Inject(FindAgencies) private readonly findAgencies: FindAgencies,
    @Inject(AgencyStore) private readonly agencies: AgencyStore,
  ) {}

  @Get()
  @ApiOperation({ summary: "The province's agencies, in order of their identifiers" })
  @ApiOkResponse({ type: AgencyPageView })
  list(@Query() query: FindAgenciesQuery): Promise<Page<AgencyRecord>> {
    return this.findAgencies.execute(query);
  }

  @Get(':code')
  @ApiOperation({ summary: 'One agency, by its current or legacy identifier (R2)' })
  @ApiOkResponse({ type: AgencyView })
  async get(@Param('code', AgencyCode) code: string): Promise<Answer<AgencyRecord>> {
    const agency = await this.agencies.find(code);
    if (!agency) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { agency: code });
    return ok(agency, { version: agency.revision });
  }
}
