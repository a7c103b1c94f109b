import { Agencies } from '@motcua/catalogue-copy';
import { Controller, Get, Inject, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type Actor, contentDisposition, CurrentActor, Requires } from '@motcua/platform';
import type { FastifyReply } from 'fastify';
import { IntakeConfig } from '../intake.config.js';
import { bagNumber, type BagRow } from '../persistence/bag-row.js';
import { type Offices, printBag } from './print-bag.js';
import { ReadBags } from './read-bags.js';

@Controller('v1/bags')
@ApiTags('bags')
@Requires('dossier.return')
export class PrintBagController {
  constructor(
    private readonly bags: ReadBags,
    private readonly agencies: Agencies,
    private readonly config: IntakeConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':id/manifest')
  @ApiOperation({
    summary: 'Label and manifest of a bag, as a PDF: its number as a QR code, and where both offices sign',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'The manifest' })
  async manifest(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bag = await this.bags.one(id, actor);
    const place = this.config.provinceName;
    const pdf = await printBag(bag, await this.offices(bag), { place, at: this.clock.now() });
    void reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': contentDisposition(`${bagNumber(bag)}.pdf`, 'inline'),
      })
      .send(pdf);
  }

  private async offices({ fromAgency, toAgency }: BagRow): Promise<Offices> {
    const known = await this.agencies.findMany([fromAgency, toAgency]);
    const nameOf = (code: string): string => known.find((one) => one.code === code)?.name ?? code;
    const sender = known.find((one) => one.code === fromAgency);
    // A post office is an enterprise's: what stands above it in the tree does not on paper.
    const parent = sender?.kind === 'postOffice' ? null : (sender?.parent ?? null);
    const superior = parent === null ? undefined : await this.agencies.find(parent);
    return { from: nameOf(fromAgency), to: nameOf(toAgency), superior: superior?.name ?? null };
  }
}
