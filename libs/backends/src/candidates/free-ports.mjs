import { createServer } from 'node:net';
import { PORTS } from '../kafka/broker-plan.mjs';

/** A port that nobody listens on for each listener of a test broker. */
export async function freePorts() {
  const servers = await Promise.all(PORTS.map(listening));
  const ports = Object.fromEntries(PORTS.map((name, n) => [name, servers[n].address().port]));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** A port that nobody listens on. */
export async function freePort() {
  const server = await listening();
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const listening = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
