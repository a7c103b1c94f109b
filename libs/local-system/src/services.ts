import type { ServiceDefinition } from '@motcua/platform';
import { intake } from '@motcua/dossier-intake';
import { payment } from '@motcua/fee-payment';
import { portal } from '@motcua/national-portal';
import { notification } from '@motcua/notifications';
import { catalogue } from '@motcua/procedure-catalogue';
import { workflow } from '@motcua/processing-workflow';
import { reporting } from '@motcua/reporting';

/** Every service of the system, in the order in which they start: who publishes first comes first. */
export const SERVICES: readonly ServiceDefinition[] = [
  catalogue,
  intake,
  workflow,
  payment,
  notification,
  portal,
  reporting,
];
