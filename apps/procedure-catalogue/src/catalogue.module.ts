import { Module } from '@nestjs/common';
import { AnnounceVersionController } from './announce-version/announce-version.controller.js';
import { AnswerQuestion } from './answer-question/answer-question.use-case.js';
import { AnswerQuestionController } from './answer-question/answer-question.controller.js';
import { DraftVersionController } from './draft-version/draft-version.controller.js';
import { ImportBodyLimit } from './import-procedures/import-body-limit.js';
import { ImportProcedures } from './import-procedures/import-procedures.use-case.js';
import { ImportProceduresController } from './import-procedures/import-procedures.controller.js';
import { ResolveNames } from './import-procedures/resolve-names.js';
import { FindAgencies } from './find-agencies/find-agencies.js';
import { FindAgenciesController } from './find-agencies/find-agencies.controller.js';
import { FindProcedures } from './find-procedures/find-procedures.js';
import { FindProceduresController } from './find-procedures/find-procedures.controller.js';
import { KeepAgencyController } from './keep-agency/keep-agency.controller.js';
import { CalendarsController } from './keep-calendar/calendars.controller.js';
import { FieldsController } from './keep-field/fields.controller.js';
import { PoliciesController } from './keep-policy/policies.controller.js';
import { RepealProcedure } from './repeal-procedure/repeal-procedure.use-case.js';
import { RepealProcedureController } from './repeal-procedure/repeal-procedure.controller.js';
import { TariffController } from './set-tariff/tariff.controller.js';
import { SuspendProcedure } from './suspend-procedure/suspend-procedure.use-case.js';
import { SuspendProcedureController } from './suspend-procedure/suspend-procedure.controller.js';
import { AnnounceVersion } from './announce-version/announce-version.use-case.js';
import { DraftVersion } from './draft-version/draft-version.use-case.js';
import { AgencyStore } from './keep-agency/agency-store.js';
import { KeepAgency } from './keep-agency/keep-agency.use-case.js';
import { CalendarStore } from './keep-calendar/calendar-store.js';
import { KeepCalendar } from './keep-calendar/keep-calendar.use-case.js';
import { FieldStore } from './keep-field/field-store.js';
import { KeepPolicy } from './keep-policy/keep-policy.use-case.js';
import { PolicyStore } from './keep-policy/policy-store.js';
import { HeadlineStore } from './procedure/headline-store.js';
import { ProcedureStore } from './procedure/procedure-store.js';
import { LoadSeed } from './seed/load-seed.js';
import { SetTariff } from './set-tariff/set-tariff.use-case.js';
import { TariffStore } from './set-tariff/tariff-store.js';

@Module({
  controllers: [
    FindAgenciesController,
    KeepAgencyController,
    FieldsController,
    CalendarsController,
    PoliciesController,
    FindProceduresController,
    DraftVersionController,
    AnnounceVersionController,
    SuspendProcedureController,
    RepealProcedureController,
    TariffController,
    AnswerQuestionController,
    ImportProceduresController,
  ],
  providers: [
    AgencyStore,
    KeepAgency,
    FieldStore,
    CalendarStore,
    KeepCalendar,
    PolicyStore,
    KeepPolicy,
    ProcedureStore,
    HeadlineStore,
    TariffStore,
    DraftVersion,
    AnnounceVersion,
    SetTariff,
    SuspendProcedure,
    RepealProcedure,
    AnswerQuestion,
    FindAgencies,
    FindProcedures,
    ImportBodyLimit,
    ImportProcedures,
    ResolveNames,
    LoadSeed,
  ],
})
export class CatalogueModule {}
