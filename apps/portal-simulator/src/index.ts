export { appendChange, type Change, readChanges } from './change-log.js';
export type { Act } from './citizen-acts.js';
export type { Faults } from './faults.js';
export { NationalPortal, type NationalPortalOptions } from './national-portal.js';
export type { ProvinceAccess } from './province-client.js';
export type { HeardCall, HeldDossier, Wire } from './records.js';
export { portalHandler, type RunningPortal, startPortal, type StartOptions } from './start-portal.js';
export { illustrativePeople } from './population/illustrative-people.js';
export { populationHandler, startPopulationDatabase } from './population/population-handler.js';
export { PopulationRegister, type Registered } from './population/population-register.js';
export type { Faults as PostalFaults } from './postal-service/faults.js';
export type { Order as PostalOrder, Step as ParcelStep } from './postal-service/orders.js';
export { savedOrders, saveOrdersIn } from './postal-service/saved-orders.js';
export { type PostalServiceOptions, SimulatedPostalService } from './postal-service/simulated-postal-service.js';
export {
  postalServiceHandler,
  type RunningPostalService,
  startPostalService,
} from './postal-service/start-postal-service.js';
