import { Controller, Get, Headers, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  contentDisposition,
  CurrentActor,
  Requires,
  representationOf,
  type PlatformCode,
} from '@motcua/platform';
import type { FastifyReply } from 'fastify';
import { Dossiers } from '../../change/dossiers.js';
import { type FormFacts, FORMS } from '../form-facts.js';
import { FormFactsOf } from '../read-form-facts.js';
import { PrintFormQuery } from './print-form.query.js';
import { PrintedForms } from '../stored-form-bytes.js';

function formOf(text: string): FormFacts['form'] {
  const form = FORMS.find((known) => known === text);
  if (form === undefined) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
  return form;
}

@Controller('v1/dossiers')
@ApiTags('forms')
export class PrintFormController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly facts: FormFactsOf,
    private readonly printed: PrintedForms,
  ) {}

  @Get(':id/forms/:form')
  @Requires('dossier.read')
  @ApiOperation({
    summary:
      'Form 01 (receipt and appointment), 02 (supplement request) or 03 (refusal) (R15), as PDF or JSON by Accept',
  })
  @ApiParam({ name: 'form', enum: FORMS })
  @ApiProduces('application/pdf', 'application/json')
  @ApiOkResponse({ description: 'The form' })
  async print(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('form') name: string,
    @Query() { number }: PrintFormQuery,
    @CurrentActor() actor: Actor,
    @Headers('accept') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = formOf(name);
    const representation = representationOf(accept, ['application/pdf', 'application/json']);
    const dossier = await this.dossiers.see(id, actor, 'dossier.read');
    const issued = await this.facts.read(form, dossier, number);
    if (representation === 'application/json') return void reply.send(issued.facts);
    const pdf = await this.printed.pdf(issued);
    void reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': contentDisposition(`${issued.facts.code}-mau-${form}.pdf`, 'inline'),
      })
      .send(pdf);
  }
}
