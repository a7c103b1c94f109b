import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import {
  ALL_CONTRACTS,
  type Contract,
  CONTRACTS_BY_PRODUCER,
  DossierSubmittedV1,
  ProcedureVersionAnnouncedV1,
  sampleOf,
} from './index.js';

type Json = Record<string, unknown>;
type Path = readonly (string | number)[];

const faultsOf = (contract: Contract, data: object): unknown[] =>
  validateSync(plainToInstance(contract, data), {
    forbidUnknownValues: true,
    whitelist: true,
    forbidNonWhitelisted: true,
  });

// By hand: what may be left out, what may be null, and what is free JSON that no contract looks into.
const MAY_BE_ABSENT = [
  /(^|\.)term\.amount$/,
  /^deputy$/,
  /^successors$/,
  /^agenciesWithTask$/,
  /^validUntil$/,
  /^files$/,
  /^files\.(id|digitised|reusedFrom|fromCitizenStore)$/,
  /^(formFields|takenAsEnough|applicantKind|assisted|deliveryMethod|populationDataUsed|collectAt)$/,
];
const MAY_BE_ABSENT_OF: Record<string, readonly string[]> = {
  'vn.motcua.agency.changed.v1': ['kind'],
  'vn.motcua.payment.refund-moved.v1': ['adjustedBy'],
  'vn.motcua.policy.changed.v1': ['reason'],
  'vn.motcua.tariff.changed.v1': ['reason'],
  'vn.motcua.receipt.issued.v1': ['adjusts', 'replaces'],
};
const mayBeAbsent = (type: string, name: string): boolean =>
  MAY_BE_ABSENT.some((known) => known.test(name)) || (MAY_BE_ABSENT_OF[type]?.includes(name) ?? false);
const isFree = (key: string, value: unknown): boolean =>
  key === 'formSchema' || key === 'item' || (key === 'definition' && Object.hasOwn(value as object, 'sessions'));
const MAY_BE_NULL: Record<string, readonly string[]> = {
  'vn.motcua.agency.changed.v1': ['parent', 'calendar', 'address', 'phone'],
  'vn.motcua.procedure.version-announced.v1': [
    'competentAgencies',
    'competentLevel',
    'variants.components.formUrl',
    'tariffRevision',
  ],
  'vn.motcua.dossier.corrected.v1': ['feeLines.reduction'],
  'vn.motcua.procedure.suspended.v1': ['until'],
  'vn.motcua.tariff.changed.v1': ['lines.amount', 'lines.variant', 'lines.validTo'],
  'vn.motcua.policy.changed.v1': [
    'validTo',
    'scope.fields',
    'scope.procedures',
    'scope.agencies',
    'scope.feeKinds',
    'scope.channels',
  ],
  'vn.motcua.dossier.submitted.v1': ['feeLines.reduction', 'receptionDueAt', 'portalCode'],
  'vn.motcua.dossier.fee-demanded.v1': ['demand.lines.reduction'],
  'vn.motcua.dossier.other-due-asked.v1': ['payBy'],
  'vn.motcua.case.fee-demanded.v1': ['demand.lines.reduction'],
  'vn.motcua.dossier.reminder-due.v1': ['endsAt'],
  'vn.motcua.dossier.accepted.v1': ['reduction', 'cashReceiptNumber'],
  'vn.motcua.dossier.status-changed.v1': [
    'reason',
    'holder.agencyName',
    'holder.officerName',
    'dueAt',
    'receptionDueAt',
  ],
  'vn.motcua.dossier.supplement-requested.v1': ['items.component', 'items.field'],
  'vn.motcua.dossier.supplement-part-given.v1': ['missing.component', 'missing.field'],
  'vn.motcua.dossier.message-sent.v1': ['by'],
  'vn.motcua.dossier.refused.v1': ['faults.component', 'faults.field', 'refusedBy'],
  'vn.motcua.dossier.returned.v1': ['trackingNumber'],
  'vn.motcua.dossier.posted.v1': ['postage'],
  'vn.motcua.dossier.post-failed.v1': ['trackingNumber'],
  'vn.motcua.dossier.portal-request-refused.v1': ['requestId'],
  'vn.motcua.portal.dossier-received.v1': ['fileFaults.component', 'fileFaults.field'],
  'vn.motcua.portal.supplement-received.v1': ['number', 'fileFaults.component', 'fileFaults.field'],
  'vn.motcua.case.step-changed.v1': ['step', 'officer'],
  'vn.motcua.case.supplement-requested.v1': ['items.component', 'items.field'],
  'vn.motcua.case.deadline-adjusted.v1': [
    'by',
    'previous.statutoryDueAt',
    'previous.promisedDueAt',
    'statutoryDueAt',
    'promisedDueAt',
  ],
  'vn.motcua.case.became-overdue.v1': ['track', 'step', 'holder'],
  'vn.motcua.case.due-soon.v1': ['step', 'holder'],
  'vn.motcua.case.escalated.v1': ['by', 'taskId', 'step', 'holder'],
  'vn.motcua.case.supplement-deadline-adjusted.v1': ['by'],
  'vn.motcua.case.stopped.v1': ['by'],
  'vn.motcua.case.result-revoked.v1': ['replacedBy'],
  'vn.motcua.case.completed.v1': ['resultCode'],
  'vn.motcua.officer.changed.v1': ['absentFrom', 'absentUntil'],
  'vn.motcua.fee.assessed.v1': ['lines.reduction'],
  'vn.motcua.payment.received.v1': ['transaction', 'demandedAt'],
  'vn.motcua.payment.refund-moved.v1': ['note'],
  'vn.motcua.payment.reversed.v1': ['demandedAt'],
  'vn.motcua.payment.break-found.v1': ['orderId', 'ours', 'theirs'],
  'vn.motcua.receipt.issued.v1': ['file'],
};

const nameOf = (path: Path): string => path.filter((step) => typeof step === 'string').join('.');

/** The path of every field of a sample, those of nested shapes and list elements too. */
function fieldsOf(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((element, index) => fieldsOf(element, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    return isFree(key, inner) ? [here] : [here, ...fieldsOf(inner, here)];
  });
}

/** A copy of a sample in which one field is changed. */
function broken(sample: object, path: Path, change: (parent: Json, key: string) => void): object {
  const copy = structuredClone(sample) as Json;
  const parent = path.slice(0, -1).reduce<Json>((at, step) => at[step] as Json, copy);
  change(parent, String(path.at(-1)));
  return copy;
}

const named = ALL_CONTRACTS.map((contract) => [contract.type, contract] as const);

describe('the published events', () => {
  it('are seventy-six: nine of the catalogue, twenty-nine of intake, twenty-three of workflow, nine of payment, six of the portal', () => {
    expect(Object.entries(CONTRACTS_BY_PRODUCER).map(([producer, all]) => [producer, all.length])).toEqual([
      ['catalogue', 9],
      ['intake', 29],
      ['workflow', 23],
      ['payment', 9],
      ['portal', 6],
    ]);
  });

  it('have wire names of their own', () => {
    const types = ALL_CONTRACTS.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
  });

  it('share a topic only where they tell the life of one aggregate, and no topic has two producers', () => {
    const topics = Object.entries(CONTRACTS_BY_PRODUCER).map(([producer, all]) => [
      producer,
      [...new Set(all.map(({ topic }) => topic))].sort(),
    ]);
    expect(topics).toEqual([
      [
        'catalogue',
        [
          'motcua.agency',
          'motcua.calendar',
          'motcua.group',
          'motcua.policy',
          'motcua.procedure',
          'motcua.register',
          'motcua.tariff',
        ],
      ],
      ['intake', ['motcua.applicant', 'motcua.dossier']],
      ['workflow', ['motcua.case', 'motcua.officer']],
      ['payment', ['motcua.payment']],
      ['portal', ['motcua.listing', 'motcua.lists', 'motcua.portal']],
    ]);
  });

  it('carry their whole aggregate only where a consumer may start with any of them', () => {
    const snapshots = ALL_CONTRACTS.filter(({ snapshot }) => snapshot).map(({ type }) => type);
    expect(snapshots.sort()).toEqual([
      'vn.motcua.agency.changed.v1',
      'vn.motcua.applicant.changed.v1',
      'vn.motcua.applicant.named.v1',
      'vn.motcua.calendar.changed.v1',
      'vn.motcua.group.changed.v1',
      'vn.motcua.officer.changed.v1',
      'vn.motcua.policy.changed.v1',
      'vn.motcua.portal.lists-read.v1',
      'vn.motcua.portal.procedure-changed.v1',
      'vn.motcua.procedure.version-announced.v1',
      'vn.motcua.register.shown.v1',
      'vn.motcua.tariff.changed.v1',
    ]);
  });

  it('have one sample each, and no sample is left over', () => {
    const files = Object.keys(CONTRACTS_BY_PRODUCER).flatMap((producer) =>
      readdirSync(fileURLToPath(new URL(`./${producer}/samples/`, import.meta.url))),
    );
    expect(files.sort()).toEqual(ALL_CONTRACTS.map(({ type }) => `${type.replace('vn.motcua.', '')}.json`).sort());
  });

  it('name no contract for a class that is not one', () => {
    class Stranger {
      static readonly type = 'vn.motcua.stranger.v1';
      static readonly topic = 'motcua.stranger';
    }
    expect(() => sampleOf(Stranger)).toThrow('vn.motcua.stranger.v1 is not a contract of this package');
  });
});

describe.each(named)('%s', (type, contract) => {
  it('is named by hand, with its version', () => {
    expect(type).toMatch(/^vn\.motcua\.[a-z]+\.[a-z]+(-[a-z]+)*\.v\d+$/);
    expect(contract.topic).toMatch(/^motcua\.[a-z]+$/);
    expect(contract.name).toMatch(/V\d+$/);
    expect(contract.name.match(/V(\d+)$/)?.[1]).toBe(type.match(/\.v(\d+)$/)?.[1]);
  });

  it('has a sample that it takes, and hands out a new copy each time', () => {
    const sample = sampleOf(contract);
    expect(faultsOf(contract, sample)).toEqual([]);
    expect(sampleOf(contract)).toEqual(sample);
    expect(sampleOf(contract)).not.toBe(sample);
  });

  it('refuses a sample from which any one field is missing', () => {
    const sample = sampleOf(contract);
    const unnoticed = fieldsOf(sample)
      .filter((path) => !mayBeAbsent(type, nameOf(path)))
      .filter(
        (path) =>
          faultsOf(
            contract,
            broken(sample, path, (parent, key) => Reflect.deleteProperty(parent, key)),
          ).length === 0,
      );
    expect(unnoticed.map(nameOf)).toEqual([]);
  });

  it('refuses a sample in which any one field has become something else', () => {
    const sample = sampleOf(contract);
    const somethingElse = (value: unknown): unknown => (typeof value === 'boolean' ? 'true' : true);
    const unnoticed = fieldsOf(sample).filter(
      (path) =>
        faultsOf(
          contract,
          broken(sample, path, (parent, key) => (parent[key] = somethingElse(parent[key]))),
        ).length === 0,
    );
    expect(unnoticed.map(nameOf)).toEqual([]);
  });

  it('takes null exactly where there may be nothing to say', () => {
    const sample = sampleOf(contract);
    const nullable = fieldsOf(sample).filter(
      (path) =>
        faultsOf(
          contract,
          broken(sample, path, (parent, key) => (parent[key] = null)),
        ).length === 0,
    );
    const names = new Set(nullable.map(nameOf).filter((name) => !mayBeAbsent(type, name)));
    expect([...names].sort()).toEqual([...(MAY_BE_NULL[type] ?? [])].sort());
  });
});

describe('a field of an event', () => {
  const changed = DossierSubmittedV1;
  const sample = sampleOf(changed);

  it.each([
    ['an instant without its offset', { submittedAt: '2026-11-24T09:00:00' }],
    ['a day for an instant', { submittedAt: '2026-11-24' }],
    ['an instant that no clock shows', { submittedAt: '2026-11-24T25:00:00+07:00' }],
    ['a fraction of a đồng', { feeLines: [{ ...sample.feeLines[0], net: 115_000.5 }] }],
    ['a negative amount', { feeLines: [{ ...sample.feeLines[0], net: -1 }] }],
    ['a list element that is no object', { feeLines: [null] }],
    ['a list that is an object', { feeLines: {} }],
    ['a word that the vocabulary does not have', { channel: 'fax' }],
    ['a blank text', { code: ' ' }],
    ['a version 0', { procedureVersion: 0 }],
    ['an id that is no UUID', { dossierId: '1' }],
  ])('is refused as %s', (_, change) => {
    expect(faultsOf(changed, { ...sample, ...change })).toHaveLength(1);
  });

  it.each(['2026-02-30', '2026-1-1', '20260101', '2026-01-01T00:00:00+07:00'])(
    'is no day when it is %s',
    (effectiveFrom) => {
      const announced = ProcedureVersionAnnouncedV1;
      expect(faultsOf(announced, { ...sampleOf(announced), effectiveFrom })).toHaveLength(1);
    },
  );

  it('may be one that this version does not know yet', () => {
    const later = plainToInstance(changed, { ...sample, addedLater: 1 });
    expect(validateSync(later, { forbidUnknownValues: true })).toEqual([]);
  });
});
