import { Controller, Get, Headers, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import { type Actor, contentDisposition, CurrentActor, Requires } from '@motcua/platform';
import type { FastifyReply } from 'fastify';
import { CaseReader } from '../show-case/case-reader.js';
import { CaseForms } from './case-forms.js';
import { FORM_NUMBERS, type FormNumber } from './case-form.js';
import { printCaseForm } from './print-case-form.js';

const PDF = 'application/pdf';

@Controller('v1/cases/:dossierId/forms')
@ApiTags('cases')
@Requires('case.read')
export class PrintFormsController {
  constructor(
    private readonly cases: CaseReader,
    private readonly forms: CaseForms,
  ) {}

  @Get(':form')
  @ApiOperation({
    summary: 'A slip of the case: 04 apology and new date, 05 stop, 06 control of the process; PDF or JSON by Accept',
  })
  @ApiParam({ name: 'form', enum: FORM_NUMBERS })
  @ApiProduces('application/json', PDF)
  async show(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('form') number: FormNumber,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!FORM_NUMBERS.includes(number)) throw new Refusal('RESOURCE.NOT_FOUND');
    const { state } = await this.cases.find(actor, dossierId);
    const form = await this.forms.make(number, state);
    if (!accept?.includes(PDF)) return void reply.send(form);
    void reply
      .header('content-type', PDF)
      .header('content-disposition', contentDisposition(`${form.code}-mau-${number}.pdf`))
      .send(await printCaseForm(form));
  }
}
