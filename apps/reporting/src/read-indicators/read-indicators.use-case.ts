import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, withOffset } from '@motcua/kernel';
import { calculateIndicators, type Figures as Counted } from '@motcua/reporting-domain';
import { indexView } from '../scores/index.view.js';
import { Figures, total } from '../read-figures/figures.js';
import type { Period } from '../read-figures/period.js';
import { Procedures } from '../read-figures/procedures.js';
import { RunningDossiers } from '../read-figures/running.js';
import { ReportingConfig } from '../reporting.config.js';
import type { IndicatorsView } from './indicators.view.js';

/** The groups of Decision 766 that are counted from events, for an agency and all below it. */
@Injectable()
export class ReadIndicators {
  constructor(
    private readonly figures: Figures,
    private readonly running: RunningDossiers,
    private readonly procedures: Procedures,
    private readonly config: ReportingConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(agency: string, period: Period): Promise<IndicatorsView> {
    const [channels, running, procedures, asOf] = await Promise.all([
      this.figures.ofPeriod(agency, period),
      this.running.count(agency, period, this.clock.now()),
      this.procedures.count(agency, period),
      this.figures.asOf(),
    ]);
    const counts = total(channels);
    const figures = {
      progress: { received: counts.received, onTime: counts.onTime766 + running.onTime766 },
      payment: {
        paidOnline: counts.paidOnline,
        withObligation: counts.owing,
        proceduresPaidOnline: procedures.paidOnline,
        proceduresWithFeeDossiers: procedures.withFeeDossiers,
        proceduresWithFee: procedures.withFee,
      },
      digitisation: {
        dossiers: counts.received,
        electronicResults: counts.electronicResult,
        digitised: counts.digitised,
        reused: counts.reused,
        fromCitizenStore: counts.fromCitizenStore,
        populationData: counts.populationData,
        proceduresConnected: procedures.online,
        procedures: procedures.procedures,
        certifiedCopies: this.config.certifiedCopies,
      },
      onlineServices: {
        proceduresOnline: procedures.online,
        procedures: procedures.procedures,
        dossiersOnline: counts.onlineWithResult,
        dossiers: counts.received,
      },
    } satisfies Counted;
    const { onlineProcedures, onlineDossiers } = this.config;
    const weights = { procedures: BigInt(onlineProcedures), dossiers: BigInt(onlineDossiers) };
    const { groups, score, max } = indexView(calculateIndicators(figures, weights));
    return {
      agency,
      period: period.name,
      asOf: asOf && withOffset(asOf),
      figures,
      groups,
      score,
      max,
    };
  }
}
