export { appendChange, type Change, readChanges } from './change-log.js';
export type { Act } from './citizen-acts.js';
export type { Faults } from './faults.js';
export { NationalPortal, type NationalPortalOptions } from './national-portal.js';
export type { ProvinceAccess } from './province-client.js';
export type { HeardCall, HeldDossier, Wire } from './records.js';
export { portalHandler, type RunningPortal, startPortal, type StartOptions } from './start-portal.js';
export { populationHandler, startPopulationDatabase } from './population/population-handler.js';
export { PopulationRegister, type Registered } from './population/population-register.js';
