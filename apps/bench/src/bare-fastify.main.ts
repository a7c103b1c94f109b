import { fastify } from 'fastify';

// The reference for requests: Fastify that answers a few fields, and does nothing else.
const app = fastify();
app.get('/health/ready', () => ({ status: 'ok', title: 'Hồ sơ', code: 'READY', traceId: 'none' }));
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
