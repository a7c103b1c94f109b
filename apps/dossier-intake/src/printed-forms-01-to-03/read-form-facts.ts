import { currentFiles } from '../persistence/current-files.js';
import { Injectable } from '@nestjs/common';
import { type IssuedPaper, IssuedPapers } from '@motcua/catalogue-copy';
import type { Remark } from '@motcua/dossier-domain';
import { Refusal, withOffset } from '@motcua/kernel';
import { sayTerm } from '@motcua/legal-clock';
import { Database, SealingConfig } from '@motcua/platform';
import { type AnnouncedVersion, Procedures } from '../catalogue/procedures.js';
import { type DossierParts, readParts } from '../persistence/dossier-parts.js';
import { linkedOnSlip } from './linked-on-slip.js';
import { receiptsOf } from '../persistence/receipt-copies.js';
import { openParties } from '../persistence/parties.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { AppointmentSlip, FormFacts, FormHead, RefusalSlip, SupplementSlip } from './form-facts.js';
import { paymentOnSlip } from './payment-on-slip.js';
import { receivedPapers } from './received-papers.js';
import { fieldTitle } from './field-title.js';
import type { IntakeCode } from '../problems.js';

const DELIVERY: Readonly<Record<string, string>> = {
  counter: 'Tại Bộ phận Một cửa',
  post: 'Qua dịch vụ bưu chính',
  online: 'Trực tuyến',
};

type Components = AnnouncedVersion['variants'][number]['components'];

/** What the procedure asks of who applies. */
interface Asked {
  readonly components: Components;
  readonly formSchema: object;
}

/** What a form of a dossier says. @throws Refusal DOSSIER.FORM_NOT_AVAILABLE before there is anything to say */
@Injectable()
export class FormFactsOf {
  constructor(
    private readonly database: Database,
    private readonly papers: IssuedPapers,
    private readonly procedures: Procedures,
    private readonly sealing: SealingConfig,
  ) {}

  async read(form: FormFacts['form'], row: DossierRow, number: number | undefined): Promise<IssuedForm> {
    const paper = await this.papers.find({
      about: row.id,
      form,
      ...(form === '02' && number !== undefined && { n: number }),
    });
    const parts = (await readParts(this.database, [row.id])).get(row.id);
    const linked = form === '01' && row.link ? await linkedOnSlip(this.database, row.link.id) : [];
    const receipts = form === '01' ? await receiptsOf(this.database, row.id) : [];
    if (!paper || !parts) throw notAvailable(form);
    const version = await this.procedures.version(row.procedureCode, row.procedureVersion);
    const components = version.variants.find(({ code }) => code === row.variant)?.components ?? [];
    const asked = { components, formSchema: version.formSchema };
    const { name, superior, address: office, phone: officePhone } = paper.issuer;
    const { kind, fullName, address, phone, email } = row.applicant;
    const { coApplicants, authorisedPerson } = openParties(row.parties, this.sealing.sealingKey);
    const common = {
      code: row.code ?? '',
      agency: { name, superior, address: office, phone: officePhone },
      applicant: { kind, fullName, address, phone, email },
      coApplicants: coApplicants.map((one) => one.fullName),
      handedInBy: authorisedPerson && {
        fullName: authorisedPerson.fullName,
        authorisation: authorisedPerson.authorisation,
      },
      procedure: { code: row.procedureCode, name: row.procedureName },
    };
    return { paper, facts: factsOf(form, common, { row, parts, asked, linked, receipts, number: paper.n }) };
  }
}

export interface IssuedForm {
  readonly paper: IssuedPaper;
  readonly facts: FormFacts;
}

interface Known {
  readonly row: DossierRow;
  readonly parts: DossierParts;
  readonly asked: Asked;
  readonly linked: AppointmentSlip['linked'];
  readonly receipts: readonly string[];
  readonly number: number;
}

function factsOf(form: FormFacts['form'], common: Common, known: Known): FormFacts {
  const { row, parts, asked, linked, receipts, number } = known;
  if (form === '01')
    return { ...slip(common, row, parts, asked.components), linked, payment: paymentOnSlip(row, receipts) };
  return form === '02' ? supplement(common, parts, asked, number) : refusal(common, row, asked);
}

type Common = Pick<FormHead, 'code' | 'agency' | 'applicant' | 'coApplicants' | 'handedInBy' | 'procedure'>;

const notAvailable = (form: string): Refusal<IntakeCode> =>
  new Refusal<IntakeCode>('DOSSIER.FORM_NOT_AVAILABLE', { form });

function slip(
  common: Common,
  row: DossierRow,
  parts: DossierParts,
  components: Components,
): Omit<AppointmentSlip, 'linked' | 'payment'> {
  const files = currentFiles(parts);
  const { acceptance, acceptedAt, acceptedBy, feeLines, delivery } = row;
  if (!acceptance || !acceptedAt) throw notAvailable('01');
  const { reduction } = acceptance;
  return {
    ...common,
    form: '01',
    title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    at: withOffset(acceptedAt),
    officer: acceptedBy?.name ?? null,
    components: receivedPapers(row, files, [...components, ...askedFurther(parts)]),
    term: sayTerm(acceptance.term).vi,
    reduction: reduction && {
      percent: `${String(reduction.basisPoints / 100).replace('.', ',')}%`,
      legalBasis: reduction.legalBasis,
    },
    acceptedAt: withOffset(acceptedAt),
    statutoryDueAt: acceptance.statutoryDueAt,
    promisedDueAt: acceptance.promisedDueAt,
    delivery: { method: DELIVERY[delivery.method] ?? delivery.method, address: delivery.address },
    fees: feeLines.map(({ name, base, net, reduction: reduced }) => ({
      name,
      base,
      net,
      legalBasis: reduced?.legalBasis ?? null,
    })),
    total: feeLines.reduce((sum, { net }) => sum + net, 0),
  };
}

/** Papers beyond the list that were asked for by name, under the codes that they got. */
const askedFurther = ({ supplements }: DossierParts) =>
  supplements.flatMap(({ items }) =>
    items.flatMap(({ component: code, name }) => (code !== null && name ? [{ code, name }] : [])),
  );

function supplement(common: Common, { supplements }: DossierParts, asked: Asked, number: number): SupplementSlip {
  // Those of the case are printed too: the applicant holds one kind of form.
  const request = supplements.find((each) => each.number === number);
  if (!request) throw notAvailable('02');
  return {
    ...common,
    form: '02',
    title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    at: withOffset(request.requestedAt),
    officer: request.requestedBy.name,
    number: request.number,
    deadlineAt: withOffset(request.deadlineAt),
    items: itemsOf(request.items, asked),
  };
}

function refusal(common: Common, row: DossierRow, asked: Asked): RefusalSlip {
  if (!row.refusal || row.status !== 'refused') throw notAvailable('03');
  return {
    ...common,
    form: '03',
    title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
    at: withOffset(row.statusSince),
    officer: row.refusal.refusedBy?.name ?? null,
    reason: row.statusReason ?? '',
    items: itemsOf(row.refusal.faults, asked),
  };
}

const itemsOf = (remarks: readonly Remark[], { components, formSchema }: Asked) =>
  remarks.map(({ component, name, field, reason }) => ({
    what:
      name ??
      components.find(({ code }) => code === component)?.name ??
      component ??
      (field === null ? '' : `Thông tin: ${fieldTitle(field, formSchema)}`),
    reason,
  }));
