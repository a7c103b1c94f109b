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
import { MaintainAgencyController } from './maintain-agency/maintain-agency.controller.js';
import { CalendarsController } from './maintain-calendar/calendars.controller.js';
import { FieldsController } from './maintain-field/fields.controller.js';
import { PoliciesController } from './maintain-policy/policies.controller.js';
import { RepealProcedure } from './repeal-procedure/repeal-procedure.use-case.js';
import { RepealProcedureController } from './repeal-procedure/repeal-procedure.controller.js';
import { TariffController } from './set-tariff/tariff.controller.js';
import { SuspendProcedure } from './suspend-procedure/suspend-procedure.use-case.js';
import { SuspendProcedureController } from './suspend-procedure/suspend-procedure.controller.js';
import { AnnounceVersion } from './announce-version/announce-version.use-case.js';
import { DraftVersion } from './draft-version/draft-version.use-case.js';
import { AgencyStore } from './persistence/agency-store.js';
import { MaintainAgency } from './maintain-agency/maintain-agency.use-case.js';
import { CalendarStore } from './persistence/calendar-store.js';
import { MaintainCalendar } from './maintain-calendar/maintain-calendar.use-case.js';
import { FieldStore } from './persistence/field-store.js';
import { MaintainPolicy } from './maintain-policy/maintain-policy.use-case.js';
import { PolicyStore } from './persistence/policy-store.js';
import { HeadlineStore } from './persistence/headline-store.js';
import { ProcedureStore } from './persistence/procedure-store.js';
import { LoadSeed } from './seed/load-seed.js';
import { SetTariff } from './set-tariff/set-tariff.use-case.js';
import { TariffStore } from './persistence/tariff-store.js';

@Module({
  controllers: [
    FindAgenciesController,
    MaintainAgencyController,
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
    MaintainAgency,
    FieldStore,
    CalendarStore,
    MaintainCalendar,
    PolicyStore,
    MaintainPolicy,
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
