/** What the players know of a dossier that they played; instants with Vietnam's offset, as the answers give them. */
export interface Note {
  readonly channel: 'online' | 'counter';
  acceptedAt?: string;
  dueAt?: string;
  processedAt?: string;
  ended?: 'refused' | 'withdrawn';
}

export interface CountedByHand {
  readonly receivedOnline: number;
  readonly receivedAtCounter: number;
  readonly finishedEarly: number;
  readonly finishedOnDay: number;
  readonly finishedLate: number;
  readonly runningInTime: number;
  readonly runningLate: number;
  /** Decision 766, by instant. */
  readonly onTime: number;
}

const day = (instant: string): string => instant.slice(0, 10);

/** The month as its players remember it, when it is over: `end` is its last instant. Asks no service. */
export function countByHand(notes: readonly Note[], end: string): CountedByHand {
  const accepted = notes.flatMap((note) =>
    note.acceptedAt === undefined || note.dueAt === undefined ? [] : [{ ...note, dueAt: note.dueAt }],
  );
  const finished = accepted.flatMap((note) =>
    note.processedAt === undefined ? [] : [{ on: day(note.processedAt), due: day(note.dueAt) }],
  );
  const running = accepted.filter(({ processedAt }) => processedAt === undefined);
  const many = <T>(from: readonly T[], which: (one: T) => boolean): number => from.filter(which).length;
  return {
    receivedOnline: many(accepted, ({ channel }) => channel === 'online'),
    receivedAtCounter: many(accepted, ({ channel }) => channel === 'counter'),
    finishedEarly: many(finished, ({ on, due }) => on < due),
    finishedOnDay: many(finished, ({ on, due }) => on === due),
    finishedLate: many(finished, ({ on, due }) => on > due),
    runningInTime: many(running, ({ dueAt }) => day(dueAt) > day(end)),
    runningLate: many(running, ({ dueAt }) => day(dueAt) <= day(end)),
    onTime: many(accepted, ({ processedAt = end, dueAt }) => Date.parse(processedAt) <= Date.parse(dueAt)),
  };
}
