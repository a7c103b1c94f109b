/** A step of the story that did not come out as it must. */
export class NotAsExpected extends Error {
  override readonly name = 'NotAsExpected';

  constructor(
    readonly what: string,
    readonly expected: unknown,
    readonly actual: unknown,
    readonly evidence?: unknown,
  ) {
    super(
      `${what}: ${JSON.stringify(expected)} was expected, ${JSON.stringify(actual)} came${evidence === undefined ? '' : `\n${JSON.stringify(evidence, null, 2)}`}`,
    );
  }
}
