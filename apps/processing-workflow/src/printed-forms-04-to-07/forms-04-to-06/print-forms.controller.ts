import { Controller, Get, Headers, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IssuedPapers } from '@motcua/catalogue-copy';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  contentDisposition,
  CurrentActor,
  permittedReach,
  representationOf,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import type { FastifyReply } from 'fastify';
import { CaseReader } from '../../access/case-reader.js';
import { CaseForms } from './forms-04-to-06.js';
import { FORM_NUMBERS, type FormNumber } from './case-form.js';
import { JSON_TYPE, PDF, XLSX } from '../media-types.js';
import { printCaseForm } from './print-case-form.js';
import { printControlSheet } from './print-control-sheet.js';

@Controller('v1/cases/:dossierId/forms')
@ApiTags('cases')
@Requires('case.follow')
export class PrintFormsController {
  constructor(
    private readonly cases: CaseReader,
    private readonly forms: CaseForms,
    private readonly papers: IssuedPapers,
  ) {}

  @Get(':form')
  @ApiOperation({
    summary:
      'A slip of the case: 04 apology and new date, 05 stop, for its applicant too; 06 control of the process, for officers. JSON or PDF by Accept, 06 also XLSX',
  })
  @ApiParam({ name: 'form', enum: FORM_NUMBERS })
  @ApiProduces(JSON_TYPE, PDF, XLSX)
  async show(
    @Param('dossierId', ParseUUIDPipe) dossierId: string,
    @Param('form') number: FormNumber,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!FORM_NUMBERS.includes(number)) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    // How the case was worked on is the office's own.
    const scope = number === '06' ? 'case.read' : 'case.follow';
    permittedReach(actor, scope);
    const representation = representationOf(accept, number === '06' ? [JSON_TYPE, PDF, XLSX] : [JSON_TYPE, PDF]);
    const { state } = await this.cases.find(actor, dossierId, 0, scope);
    const { form, paper } = await this.forms.make(number, state);
    if (representation === JSON_TYPE) return void reply.send(form);
    const print = () => printCaseForm(form);
    const pdf = () => (paper ? this.papers.pdf(paper, print) : print());
    const sheet = representation === XLSX && form.form === '06';
    void reply
      .header('content-type', representation)
      .header('content-disposition', contentDisposition(`${form.code}-mau-${number}.${sheet ? 'xlsx' : 'pdf'}`))
      .send(sheet ? printControlSheet(form) : await pdf());
  }
}
