/**
 * The platform did not do what it was asked. `unavailable`: it may have heard us or not, and trying again makes sense.
 * `refused`: it said no, with its own code.
 */
export class GatewayTrouble extends Error {
  override readonly name = 'GatewayTrouble';

  constructor(
    readonly kind: 'unavailable' | 'refused',
    readonly platformCode: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
