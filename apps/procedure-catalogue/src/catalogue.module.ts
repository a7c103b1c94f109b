import { Module } from '@nestjs/common';
import { AnnounceVersionController } from './announce-version/announce-version.controller.js';
import { AnswerQuestionController } from './answer-question/answer-question.controller.js';
import { DraftVersionController } from './draft-version/draft-version.controller.js';
import { FindAgencies } from './find-agencies/find-agencies.js';
import { FindAgenciesController } from './find-agencies/find-agencies.controller.js';
import { FindProcedures } from './find-procedures/find-procedures.js';
import { FindProceduresController } from './find-procedures/find-procedures.controller.js';
import { DecideDifferencesController } from './follow-portal/decide-differences.controller.js';
import { DifferenceGauges } from './follow-portal/difference-gauges.js';
import { HearOfProcedureWhenPortalChanged } from './follow-portal/hear-of-procedure.consumer.js';
import { ShowRegisterWhenPortalListsRead } from './follow-portal/show-register.consumer.js';
import { PortalDifferencesController } from './follow-portal/portal-differences.controller.js';
import { ImportBodyLimit } from './import-procedures/import-body-limit.js';
import { ImportProceduresController } from './import-procedures/import-procedures.controller.js';
import { GroupsController } from './maintain-group/groups.controller.js';
import { MaintainAgencyController } from './maintain-agency/maintain-agency.controller.js';
import { CalendarsController } from './maintain-calendar/calendars.controller.js';
import { FieldsController } from './maintain-field/fields.controller.js';
import { PoliciesController } from './maintain-policy/policies.controller.js';
import { RepealProcedureController } from './repeal-procedure/repeal-procedure.controller.js';
import { SynonymsController } from './maintain-synonym/synonyms.controller.js';
import { LoadSeed } from './seed/load-seed.js';
import { TariffController } from './set-tariff/tariff.controller.js';
import { SuspendProcedureController } from './suspend-procedure/suspend-procedure.controller.js';

@Module({
  controllers: [
    FindAgenciesController,
    MaintainAgencyController,
    FieldsController,
    CalendarsController,
    PoliciesController,
    GroupsController,
    SynonymsController,
    FindProceduresController,
    DraftVersionController,
    AnnounceVersionController,
    SuspendProcedureController,
    RepealProcedureController,
    TariffController,
    AnswerQuestionController,
    ImportProceduresController,
    HearOfProcedureWhenPortalChanged,
    ShowRegisterWhenPortalListsRead,
    DecideDifferencesController,
    PortalDifferencesController,
  ],
  providers: [DifferenceGauges, FindAgencies, FindProcedures, ImportBodyLimit, LoadSeed],
})
export class CatalogueModule {}
