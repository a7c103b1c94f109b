import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, contentDisposition, CurrentActor, Requires, WithoutIdempotencyKey } from '@motcua/platform';
import type { FastifyReply } from 'fastify';
import { PrintSelection } from './print-selection.js';
import { PrintSelectionRequest } from './print-selection.request.js';

@Controller('v1/printed-forms')
@ApiTags('forms')
export class PrintSelectionController {
  constructor(private readonly selection: PrintSelection) {}

  @Post()
  @HttpCode(200)
  @WithoutIdempotencyKey()
  @Requires('dossier.read')
  @ApiOperation({ summary: 'Form 01, 02 or 03 of several dossiers as one PDF, each as it was issued (R15)' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'The forms, in the order of the request' })
  async print(
    @Body() { form, dossiers, twoSided = false }: PrintSelectionRequest,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const pdf = await this.selection.print({ form, dossiers, twoSided }, actor);
    void reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': contentDisposition(`mau-${form}.pdf`, 'inline'),
      })
      .send(pdf);
  }
}
