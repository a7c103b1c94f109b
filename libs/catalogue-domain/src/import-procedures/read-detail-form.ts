import type { ProcedureLevel } from '../vocabulary.js';
import { cleanName } from './clean-text.js';
import type { GivenName, GivenTerm, PortalCase, PortalFee, PortalProcedure, PortalRow } from './portal-procedure.js';
import { channelOf, feeKindOf, isDong, unitOf } from './portal-words.js';
import type { Reading } from './reading.js';

type Item = Readonly<Record<string, unknown>>;

/** The portal's detail API (`executionMethods`, `executionCases`). Numbers are numbers, times are epoch milliseconds. */
export function readDetailForm(item: Item, at: string, reading: Reading): PortalProcedure {
  const names = (key: string): GivenName[] =>
    reading
      .objects(item[key], `${at}/${key}`)
      .flatMap(({ value, pointer }) => reading.named(value, pointer, ['code', 'name']) ?? []);
  const proposal =
    item['procedureProposal'] == null ? {} : reading.object(item['procedureProposal'], `${at}/procedureProposal`);
  const flag = (key: string): boolean | null => reading.flag(item[key], `${at}/${key}`);
  return {
    code: reading.required(item['code'], `${at}/code`),
    name: reading.required(item['name'], `${at}/name`),
    fields: names('categoriesDetails'),
    rows: reading
      .objects(item['executionMethods'], `${at}/executionMethods`)
      .flatMap(({ value, pointer }) => readRow(value, pointer, reading)),
    cases: reading
      .objects(item['executionCases'], `${at}/executionCases`)
      .map(({ value, pointer }) => readCase(value, pointer, reading)),
    agencies: names('departmentsExecuting'),
    results: names('resultsDetails'),
    legalBasis: names('legalBasisesDetails'),
    subjects: names('subjectTypesDetails').map(({ name }) => name),
    levels: LEVELS.filter(([key]) => flag(key) === true).map(([, level]) => level),
    fullyOnline: flag('isFullProcess'),
    offlineOnly: flag('isOfflineOnly'),
    otherTerms: reading
      .objects(item['cases'], `${at}/cases`)
      .flatMap(({ value, pointer }) => readProcessingDay(value, pointer, reading)),
    conditions: null,
    instructions: null,
    decisionNumber:
      reading.text(proposal['decisionNumber'], `${at}/procedureProposal/decisionNumber`) ??
      reading.text(proposal['proposalNumber'], `${at}/procedureProposal/proposalNumber`),
    publishedOn:
      reading.day(proposal['publicationDate'], `${at}/procedureProposal/publicationDate`) ??
      reading.day(item['updatedAt'], `${at}/updatedAt`) ??
      reading.day(item['createdAt'], `${at}/createdAt`),
  };
}

const LEVELS: readonly (readonly [string, ProcedureLevel])[] = [
  ['isProvince', 'province'],
  ['isWard', 'commune'],
  ['isMinistry', 'ministry'],
  ['isOtherAgency', 'other'],
];

function readRow(row: Item, at: string, reading: Reading): PortalRow[] {
  const method = reading.required(row['submissionMethod'], `${at}/submissionMethod`);
  const channel = channelOf(method);
  if (method !== '' && !channel) {
    reading.fault(`${at}/submissionMethod`, 'CHANNEL_UNKNOWN', {
      vi: `Không rõ hình thức nộp ${method}.`,
      en: `Unknown way to submit: ${method}.`,
    });
  }
  const given = {
    amount: reading.number(row['processingTime'], `${at}/processingTime`),
    unit: unitOf(reading.text(row['processingTimeUnit'], `${at}/processingTimeUnit`) ?? '') ?? null,
    description: reading.text(row['description'], `${at}/description`) ?? '',
    fees: reading.objects(row['fees'], `${at}/fees`).map(({ value, pointer }) => readFee(value, pointer, reading)),
  };
  return channel ? [{ channel, ...given }] : [];
}

function readFee(fee: Item, at: string, reading: Reading): PortalFee {
  const note = reading.text(fee['description'], `${at}/description`) ?? '';
  const amount = reading.amount(fee['value'], `${at}/value`);
  const currency = reading.text(fee['currencyName'], `${at}/currencyName`) ?? '';
  return { kind: feeKindOf(note), amount: isDong(currency) ? amount : null, note };
}

function readCase(one: Item, at: string, reading: Reading): PortalCase {
  return {
    name: cleanName(reading.text(one['name'], `${at}/name`) ?? ''),
    papers: reading.objects(one['profileComponents'], `${at}/profileComponents`).flatMap(({ value, pointer }) => {
      const named = reading.named(value, pointer, ['code', 'name']);
      const originals = reading.number(value['originalQty'], `${pointer}/originalQty`) ?? 0;
      const copies = reading.number(value['copyQty'], `${pointer}/copyQty`) ?? 0;
      return named ? [{ ...named, originals, copies, formUrl: null }] : [];
    }),
  };
}

function readProcessingDay(one: Item, at: string, reading: Reading): GivenTerm[] {
  if (one['processingDay'] == null) return [];
  const day = reading.object(one['processingDay'], `${at}/processingDay`);
  return [
    {
      amount: reading.number(day['qty'], `${at}/processingDay/qty`),
      unit: unitOf(reading.text(day['type'], `${at}/processingDay/type`) ?? '') ?? null,
    },
  ];
}
