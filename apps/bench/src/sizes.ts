/** How much is done: enough to measure, or just enough to see that the bench works. */
export interface Sizes {
  readonly submissions: { readonly count: number; readonly rounds: number };
  /** Of intake in a process of its own. */
  readonly alone: { readonly count: number; readonly rounds: number };
  /** Numbers of clients that submit at once, one after the other. */
  readonly clients: readonly number[];
  /** Dossiers whose life is measured command by command. */
  readonly life: number;
  /** Of each command: by many clients a turn, by one alone, and counted turns. */
  readonly commands: { readonly each: number; readonly lone: number; readonly rounds: number };
  /** That the guard refuses. */
  readonly requests: { readonly count: number; readonly rounds: number };
  readonly dossiers: number;
  readonly procedures: number;
  readonly pages: number;
  readonly starts: number;
  /** How many records to a portal that answers in so many ms, and how many wait after an outage. */
  readonly portal: {
    readonly records: readonly (readonly [delayMs: number, count: number])[];
    readonly backlog: number;
  };
  readonly terms: { readonly dossiers: number; readonly rounds: number };
}

export const FULL: Sizes = {
  submissions: { count: 4500, rounds: 2 },
  alone: { count: 2000, rounds: 2 },
  clients: [1, 2, 4, 8, 16, 32, 64, 128],
  life: 600,
  commands: { each: 640, lone: 200, rounds: 2 },
  requests: { count: 20_000, rounds: 3 },
  dossiers: 1_000_000,
  procedures: 2625,
  pages: 300,
  starts: 3,
  portal: {
    records: [
      [0, 4000],
      [20, 2000],
      [200, 400],
    ],
    backlog: 100_000,
  },
  terms: { dossiers: 20_000, rounds: 7 },
};

export const QUICK: Sizes = {
  submissions: { count: 320, rounds: 1 },
  alone: { count: 320, rounds: 1 },
  clients: [1, 4],
  life: 32,
  commands: { each: 32, lone: 8, rounds: 1 },
  requests: { count: 500, rounds: 1 },
  dossiers: 5000,
  procedures: 200,
  pages: 20,
  starts: 1,
  portal: {
    records: [
      [0, 400],
      [20, 200],
      [200, 20],
    ],
    backlog: 1000,
  },
  terms: { dossiers: 1000, rounds: 3 },
};
