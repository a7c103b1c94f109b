import { Inject, Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { CLOCK, type Clock } from '@motcua/kernel';
import { closing, formTitle, labelled, nationalHeader, paragraph, printPdf } from '@motcua/pdf-drawing';
import { Database } from '@motcua/platform';
import { type CaseState, type NamedCode, signingOffice } from '@motcua/processing-domain';
import { type OfficerRow, signatoriesOf } from '../persistence/officer-register.js';
import { placeOf } from './place-of.js';

/** What a result says: its title, else the name of the document, above its paragraphs. */
interface ResultText {
  readonly title?: string;
  readonly name?: string;
  readonly paragraphs: readonly string[];
}

/** Lays a result document out as offices do; the signature is put under it later. */
@Injectable()
export class PrintResult {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async print({ code, terms }: CaseState, result: NamedCode, request: ResultText, number: string): Promise<Buffer> {
    const at = this.clock.now();
    const agency = await this.agencies.find(terms.competentAgency);
    const superior = agency?.parent ? await this.agencies.find(agency.parent) : undefined;
    const entitled = await this.database.query<OfficerRow>(signatoriesOf(terms.competentAgency));
    const office = signingOffice(entitled, { agency: terms.competentAgency, results: [result.code] });
    const title = request.title ?? request.name ?? result.name;
    return printPdf({
      title,
      printedAt: at,
      footer: code,
      content: [
        nationalHeader({
          superior: superior?.name ?? null,
          agency: agency?.name ?? terms.competentAgency,
          number,
          place: await placeOf(this.agencies, terms.competentAgency),
          at,
        }),
        formTitle(title),
        labelled('Hồ sơ', code),
        labelled('Thủ tục', terms.procedure.name),
        ...request.paragraphs.map(paragraph),
        closing(['Tổ chức, cá nhân đề nghị;', 'Lưu: VT.'], { title: office ?? 'Người có thẩm quyền', hint: 'Ký số' }),
      ],
    });
  }
}
