/** Injection token of the {@link EventTransport}. */
export const TRANSPORT = Symbol('EventTransport');
