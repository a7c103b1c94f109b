import { Inject, Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { CLOCK, type Clock } from '@motcua/kernel';
import {
  addressee,
  type Block,
  closingForSignature,
  ending,
  endOfText,
  formTitle,
  labelled,
  nationalHeader,
  paragraph,
  printPdf,
  sayAddressee,
} from '@motcua/pdf-drawing';
import { awaitKnown, Database, SealingConfig } from '@motcua/platform';
import type { CaseState, NamedCode } from '@motcua/processing-domain';
import { applicantOf, type NamedApplicant } from '../persistence/dossier-applicant.js';
import { placeOf } from './place-of.js';

/** What a result says: its title, else the name of the document, above its paragraphs. */
interface ResultText {
  readonly title?: string;
  readonly name?: string;
  readonly paragraphs: readonly string[];
}

interface About {
  readonly number: string;
  readonly recipient: NamedApplicant;
}

type ResultKind = NamedCode & { readonly decision: 'granted' | 'denied' };

/** To whom it is granted; a letter of refusal is addressed to them. */
function recipientLines({ decision }: ResultKind, { kind = 'citizen', fullName, address }: NamedApplicant): Block[] {
  if (fullName === undefined) return [];
  if (decision === 'denied') return [addressee(sayAddressee({ kind, fullName }), address)];
  return [labelled('Cấp cho', fullName), ...(address?.trim() ? [labelled('Địa chỉ', address)] : [])];
}

/** Seconds for what comes by another topic. */
const PATIENCE = 5;

/** Lays a result document out as offices do; office, signature and name of who signs are put under it later. */
@Injectable()
export class PrintResult {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly sealing: SealingConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Refusal NOT_YET_KNOWN while nobody has told who applied: a licence names whom it is for */
  recipientOf({ dossierId }: CaseState): Promise<NamedApplicant> {
    return awaitKnown(PATIENCE, () => applicantOf(this.database, this.sealing.sealingKey, dossierId));
  }

  async print(
    { code, terms }: CaseState,
    result: ResultKind,
    request: ResultText,
    { number, recipient }: About,
  ): Promise<Buffer> {
    const at = this.clock.now();
    const agency = await this.agencies.find(terms.competentAgency);
    const superior = agency?.parent ? await this.agencies.find(agency.parent) : undefined;
    const title = request.title ?? request.name ?? result.name;
    const paragraphs = endOfText(request.paragraphs).map(paragraph);
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
        ...recipientLines(result, recipient),
        labelled('Hồ sơ', code),
        labelled('Thủ tục', terms.procedure.name),
        ...paragraphs.slice(0, -1),
        ending(paragraphs.at(-1)!, closingForSignature(['Tổ chức, cá nhân đề nghị;', 'Lưu: VT.'])),
      ],
    });
  }
}
