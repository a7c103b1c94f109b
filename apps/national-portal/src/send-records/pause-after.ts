const FIRST_MS = 1000;

/** How long, in ms, a dossier waits after so many calls in a row that were not answered: twice as long each time, to a limit. */
export const pauseAfter = (failures: number, mostSeconds: number): number =>
  failures === 0 ? 0 : Math.min(mostSeconds * 1000, FIRST_MS * 2 ** Math.min(failures - 1, 20));
