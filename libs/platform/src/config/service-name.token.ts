/** First segment of the service's paths. */
export const SERVICE_NAME = Symbol('service name');
