/** What is watched of the differences between the books and what others say. */
export const BREAK_METRICS = [
  {
    name: 'motcua_payment_open_breaks',
    help: 'Differences between the books and what the platform, a bank or an officer says that wait for an officer',
    labels: ['kind'],
  },
  {
    name: 'motcua_payment_oldest_break_seconds',
    help: 'Age of the oldest such difference',
    labels: ['kind'],
  },
] as const;
