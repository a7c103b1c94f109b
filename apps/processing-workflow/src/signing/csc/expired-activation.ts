/** The signer's consent to this signature (SAD) ended before it was used. */
export class ExpiredActivation extends Error {
  constructor() {
    super('the activation data of the signature has expired');
  }
}
