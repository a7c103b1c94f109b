/** What is watched of the differences from the national portal. */
export const DIFFERENCE_METRICS = [
  {
    name: 'motcua_catalogue_open_differences',
    help: 'Differences from the national portal that wait for a decision',
    labels: ['kind'],
  },
  {
    name: 'motcua_catalogue_oldest_difference_seconds',
    help: 'Age of the oldest difference from the national portal that waits for a decision',
    labels: ['kind'],
  },
] as const;
