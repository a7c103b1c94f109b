import { Body, Controller, Get, Headers, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { languageOf, Public, WithoutIdempotencyKey } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { OwnTrackingRequest } from './own-tracking.request.js';
import { Tracking } from './tracking.js';
import { TrackingView } from './tracking.view.js';

@Controller('v1/tracking')
@ApiTags('tracking')
@Public()
export class TrackDossierController {
  constructor(private readonly tracking: Tracking) {}

  @Get(':code')
  @ApiOperation({ summary: 'Public tracking of a dossier: status, holder and due date (R19). Rate limited by address' })
  @ApiOkResponse({ type: TrackingView })
  track(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Headers('accept-language') language?: string,
  ): Promise<TrackingView> {
    return this.tracking.find({ code, address: request.ip, language: languageOf(language) });
  }

  @Post(':code')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  @ApiOperation({
    summary:
      'Tracking with what officers wrote to the applicant, for who gives the applicant’s number. Rate limited by address',
  })
  @ApiOkResponse({ type: TrackingView })
  trackOwn(
    @Param('code') code: string,
    @Body() { number }: OwnTrackingRequest,
    @Req() request: FastifyRequest,
    @Headers('accept-language') language?: string,
  ): Promise<TrackingView> {
    return this.tracking.find({ code, address: request.ip, language: languageOf(language), number });
  }
}
