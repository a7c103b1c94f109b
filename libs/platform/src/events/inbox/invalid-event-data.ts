/** The data of an event does not keep to its contract. `faults` names fields and rules, never values. */
export class InvalidEventData extends Error {
  override readonly name = 'InvalidEventData';

  constructor(type: string, faults: readonly string[]) {
    super(`data of ${type}: ${faults.join('; ')}`);
  }
}
