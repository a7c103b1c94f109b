import { Module } from '@nestjs/common';
import { Agencies, ReplicateAgencies, ReplicateOfficers } from '@motcua/catalogue-copy';
import { CalculateIndicatorsController } from './calculate-indicators/calculate-indicators.controller.js';
import { FigureFolder } from './fold-figures/figure-folder.js';
import { FoldFigures } from './fold-figures/fold-figures.sweep.js';
import { FollowCase } from './follow-dossiers/follow-case.consumer.js';
import { FollowDossier } from './follow-dossiers/follow-dossier.consumer.js';
import { FollowPayment } from './follow-dossiers/follow-payment.consumer.js';
import { DossiersBehind } from './open-figure/dossiers-behind.js';
import { OpenFigureController } from './open-figure/open-figure.controller.js';
import { Dossiers } from './persistence/dossiers.js';
import { AgencyInReach } from './read-figures/agency-in-reach.js';
import { Figures } from './read-figures/figures.js';
import { Procedures } from './read-figures/procedures.js';
import { RunningDossiers } from './read-figures/running.js';
import { IndicatorsController } from './read-indicators/indicators.controller.js';
import { ReadIndicators } from './read-indicators/read-indicators.use-case.js';
import { ReplicateProcedures } from './replicate-procedures/replicate-procedures.consumer.js';
import { TargetsController } from './maintain-targets/targets.controller.js';
import { FindProcedures } from './report-online/find-procedures.js';
import { OnlineReportController } from './report-online/online-report.controller.js';
import { ProceduresOnline } from './report-online/procedures-online.js';
import { ReportOnline } from './report-online/report-online.use-case.js';
import { Targets } from './targets/targets.js';
import { LineCountsOf } from './read-figures/line-counts.js';
import { LineNames } from './read-figures/line-names.js';
import { OrdinaryReportController } from './report-ordinary/ordinary-report.controller.js';
import { ReportOrdinary } from './report-ordinary/report-ordinary.use-case.js';

@Module({
  controllers: [
    CalculateIndicatorsController,
    FollowCase,
    FollowDossier,
    FollowPayment,
    IndicatorsController,
    OnlineReportController,
    OpenFigureController,
    ReplicateAgencies,
    ReplicateOfficers,
    OrdinaryReportController,
    ReplicateProcedures,
    TargetsController,
  ],
  providers: [
    Agencies,
    AgencyInReach,
    Dossiers,
    DossiersBehind,
    FigureFolder,
    FindProcedures,
    Figures,
    FoldFigures,
    LineCountsOf,
    LineNames,
    Procedures,
    ProceduresOnline,
    ReadIndicators,
    ReportOnline,
    ReportOrdinary,
    RunningDossiers,
    Targets,
  ],
})
export class ReportingModule {}
