import { Module } from '@nestjs/common';
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
  controllers: [],
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
    LoadSeed,
  ],
})
export class CatalogueModule {}
