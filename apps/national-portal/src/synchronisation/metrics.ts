/** What is watched of the synchronisation with the national portal. */
export const PORTAL_METRICS = [
  {
    name: 'motcua_portal_waiting_dossiers',
    help: 'Dossiers with something unsent to the national portal',
    labels: ['agency'],
  },
  {
    name: 'motcua_portal_oldest_waiting_seconds',
    help: 'Age of the oldest record that waits for the national portal',
    labels: ['agency'],
  },
  {
    name: 'motcua_portal_refused_records',
    help: 'Records that the national portal refused, and that no officer has acknowledged',
    labels: ['agency'],
  },
  {
    name: 'motcua_portal_unanswered_dossiers',
    help: 'Dossiers whose last call the national portal did not answer',
    labels: ['agency'],
  },
  {
    name: 'motcua_portal_blocked_dossiers',
    help: 'Dossiers that wait for a code map or for what has not come yet',
    labels: [],
  },
  {
    name: 'motcua_portal_received_waiting',
    help: 'Dossiers from the national portal that wait for an agency or procedure',
    labels: [],
  },
  {
    name: 'motcua_portal_catalogue_age_seconds',
    help: 'Time since the list of procedures was had whole from the national portal; 0 before the first look',
    labels: [],
  },
  {
    name: 'motcua_portal_conflicting_codes',
    help: "Code maps of officers that the national portal's lists do not bear out",
    labels: [],
  },
  {
    name: 'motcua_portal_received_refused',
    help: 'Deliveries of the national portal that were refused, and that no officer has acknowledged',
    labels: [],
  },
] as const;

export type PortalMetric = (typeof PORTAL_METRICS)[number]['name'];

export const helpOf = (name: PortalMetric): string => PORTAL_METRICS.find((one) => one.name === name)?.help ?? name;
