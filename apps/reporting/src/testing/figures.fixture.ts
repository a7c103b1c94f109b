import {
  AgencyChangedV1,
  CaseCompletedV1,
  CaseDeadlineAdjustedV1,
  CaseFeeDemandedV1,
  CaseResultIssuedV1,
  CaseResultRevokedV1,
  CaseSupplementRequestedV1,
  type ComponentFile,
  DossierAcceptedV1,
  DossierAgencyMovedV1,
  DossierCorrectedV1,
  DossierFeeDemandedV1,
  DossierSubmittedV1,
  DossierSupplementCompletedV1,
  PaymentReceivedV1,
  type Plain,
  ProcedureVersionAnnouncedV1,
  sampleOf,
  TariffChangedV1,
} from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import type { EventContract } from '@motcua/platform';
import { type ApiClient, startTestSystem, type TestSystem } from '@motcua/testing';
import { FigureFolder } from '../fold-figures/figure-folder.js';
import { reporting } from '../reporting.definition.js';

export interface Life {
  readonly agency?: string;
  readonly procedure?: string;
  readonly channel?: 'counter' | 'online' | 'post';
  readonly acceptedAt: string;
  readonly dueAt: string;
  readonly processedAt?: string;
  readonly fee?: number;
  readonly files?: readonly Plain<ComponentFile>[];
  readonly populationDataUsed?: boolean;
}

/** A paper given as a component, scanned at the counter unless it says otherwise. */
export const paper = (component: string, more: Partial<Plain<ComponentFile>> = {}): Plain<ComponentFile> => ({
  ...sampleOf(DossierAcceptedV1).files[0]!,
  component,
  digitised: true,
  ...more,
});

/** The reporting service alone; what other services would publish comes from a foreign producer, twice. */
export class FiguresSystem {
  private constructor(
    readonly system: TestSystem,
    readonly admin: ApiClient,
  ) {}

  static async start(now = '2026-11-30T10:00:00+07:00'): Promise<FiguresSystem> {
    const system = await startTestSystem([reporting], { now });
    const admin = await system.as({ sub: 'admin', roles: ['admin'] });
    const at = new FiguresSystem(system, admin);
    await at.agency('H48', [], 'province');
    await at.agency('H48.12', ['H48'], 'department');
    await at.agency('H48.33', ['H48'], 'commune');
    await at.agency('H48.33.1', ['H48', 'H48.33'], 'commune');
    return at;
  }

  async twice<Data extends object>(contract: EventContract<Data>, key: string, data: object): Promise<void> {
    await this.system.foreign.deliver(contract, key, data);
  }

  async agency(code: string, above: string[], level: string, revision = 1): Promise<void> {
    await this.twice(AgencyChangedV1, code, {
      ...sampleOf(AgencyChangedV1),
      code,
      name: `Cơ quan ${code}`,
      level,
      parent: above.at(-1) ?? null,
      ancestors: [...above, code],
      revision,
    });
  }

  async procedure(code: string, { field = 'G03', fee = false, onlineLevel = 'full' } = {}): Promise<void> {
    const sample = sampleOf(ProcedureVersionAnnouncedV1);
    const whole = sample.variants[0]!;
    await this.twice(ProcedureVersionAnnouncedV1, code, {
      ...sample,
      variants: [whole, { ...whole, code: 'SHORT', components: whole.components.slice(0, 1) }],
      code,
      name: `Thủ tục ${code}`,
      field: { code: field, name: `Lĩnh vực ${field}` },
      onlineLevel,
      competentAgencies: ['H48.12', 'H48.33'],
      competentLevel: null,
      effectiveFrom: '2026-01-01',
    });
    const { lines, ...tariff } = sampleOf(TariffChangedV1);
    await this.twice(TariffChangedV1, code, { ...tariff, procedureCode: code, lines: fee ? lines : [] });
  }

  async submitted(life: Omit<Life, 'dueAt' | 'acceptedAt'> & { readonly submittedAt: string }): Promise<string> {
    const dossierId = newId();
    const agency = life.agency ?? 'H48.12';
    const sample = sampleOf(DossierSubmittedV1);
    await this.twice(DossierSubmittedV1, dossierId, {
      ...sample,
      dossierId,
      procedureCode: life.procedure ?? '1.001',
      channel: life.channel ?? 'online',
      receivingAgency: agency,
      competentAgency: agency,
      submittedAt: life.submittedAt,
      files: life.files ?? [],
      populationDataUsed: life.populationDataUsed ?? false,
      feeLines: life.fee === undefined ? [] : [{ ...sample.feeLines[0]!, base: life.fee, net: life.fee }],
    });
    return dossierId;
  }

  async live(life: Life): Promise<string> {
    const dossierId = await this.submitted({ ...life, submittedAt: life.acceptedAt });
    await this.accepted(dossierId, life);
    if (life.processedAt !== undefined) await this.processed(dossierId, life.processedAt);
    return dossierId;
  }

  async accepted(dossierId: string, life: Life): Promise<void> {
    const agency = life.agency ?? 'H48.12';
    await this.twice(DossierAcceptedV1, dossierId, {
      ...sampleOf(DossierAcceptedV1),
      dossierId,
      procedureCode: life.procedure ?? '1.001',
      channel: life.channel ?? 'online',
      receivingAgency: agency,
      competentAgency: agency,
      acceptedAt: life.acceptedAt,
      statutoryDueAt: life.dueAt,
      promisedDueAt: life.dueAt,
      files: life.files ?? [],
    });
  }

  async processed(dossierId: string, completedAt: string): Promise<void> {
    await this.twice(CaseCompletedV1, dossierId, { ...sampleOf(CaseCompletedV1), dossierId, completedAt });
  }

  async issued(dossierId: string, number = '12/GP-UBND'): Promise<void> {
    const sample = sampleOf(CaseResultIssuedV1);
    await this.twice(CaseResultIssuedV1, dossierId, { ...sample, dossierId, resultCode: 'GP', number });
  }

  async revoked(dossierId: string, number = '12/GP-UBND'): Promise<void> {
    const sample = sampleOf(CaseResultRevokedV1);
    await this.twice(CaseResultRevokedV1, dossierId, { ...sample, dossierId, resultCode: 'GP', number });
  }

  async supplemented(dossierId: string, files: readonly Plain<ComponentFile>[]): Promise<void> {
    const sample = sampleOf(DossierSupplementCompletedV1);
    await this.twice(DossierSupplementCompletedV1, dossierId, { ...sample, dossierId, files });
  }

  async extended(dossierId: string, promisedDueAt: string): Promise<void> {
    const sample = sampleOf(CaseDeadlineAdjustedV1);
    await this.twice(CaseDeadlineAdjustedV1, dossierId, { ...sample, dossierId, rule: 'R13', promisedDueAt });
  }

  async paused(dossierId: string, at: string): Promise<void> {
    const sample = sampleOf(CaseDeadlineAdjustedV1);
    await this.twice(CaseDeadlineAdjustedV1, dossierId, { ...sample, dossierId, at, promisedDueAt: null });
  }

  async supplement(dossierId: string, number: number, requestedAt: string): Promise<void> {
    const sample = sampleOf(CaseSupplementRequestedV1);
    await this.twice(CaseSupplementRequestedV1, dossierId, { ...sample, dossierId, number, requestedAt });
  }

  async paid(dossierId: string, method = 'nationalPlatform'): Promise<void> {
    await this.twice(PaymentReceivedV1, dossierId, { ...sampleOf(PaymentReceivedV1), dossierId, method });
  }

  /** After the acceptance the case asks, before it the one-stop does. */
  async demanded(dossierId: string, contract: EventContract = CaseFeeDemandedV1): Promise<void> {
    await this.twice(contract, dossierId, { ...sampleOf(CaseFeeDemandedV1), dossierId });
  }

  async demandedBeforeAcceptance(dossierId: string): Promise<void> {
    await this.demanded(dossierId, DossierFeeDemandedV1);
  }

  /** What it says it owes, and whose it is, once it was corrected. */
  async corrected(dossierId: string, competentAgency: string, fee: number, variant = 'DEFAULT'): Promise<void> {
    const { feeLines, ...sample } = sampleOf(DossierCorrectedV1);
    const lines = [{ ...feeLines[0]!, base: fee, net: fee }];
    const corrected = { ...sample, dossierId, competentAgency, variant, feeLines: lines };
    await this.twice(DossierCorrectedV1, dossierId, corrected);
  }

  async moved(dossierId: string, from: string, to: string): Promise<void> {
    await this.twice(DossierAgencyMovedV1, dossierId, { ...sampleOf(DossierAgencyMovedV1), dossierId, from, to });
  }

  fold(): Promise<boolean> {
    return this.system.get('reporting', FigureFolder).fold();
  }

  stop(): Promise<void> {
    return this.system.stop();
  }
}
