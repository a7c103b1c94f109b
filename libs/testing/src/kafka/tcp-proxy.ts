export { TcpProxy } from '@motcua/backends/tcp-proxy';

const PRODUCE = 0;

/** A request of Kafka's protocol begins with its size (4 bytes) and the number of its kind (2 bytes). */
export const isProduceRequest = (request: Buffer): boolean => request.length >= 6 && request.readInt16BE(4) === PRODUCE;
