interface Stoppable {
  stop(): Promise<void>;
}

/** Lets a system go and ends the process. */
export const stopAndExit = (system: Stoppable): Promise<never> =>
  system.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );

/**
 * Ctrl-C, or a supervisor's SIGTERM, stops cleanly, also while the system is still starting. A second one does not wait.
 * Answers what says whether it has been told.
 */
export function stopWhenTold(starting: Promise<Stoppable>): () => boolean {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log('Stopping …');
    // A start that fails says so itself, and ends the process.
    void starting.then(stopAndExit, () => undefined);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return () => stopping;
}
