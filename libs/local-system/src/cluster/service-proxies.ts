import { freePort } from '@motcua/backends/kafka';
import { TcpProxy } from '@motcua/backends/tcp-proxy';

/** The proxies between a service's process and its database and broker. */
export interface ServiceProxies {
  readonly database: TcpProxy;
  readonly broker: TcpProxy;
  /** The broker's own listener for what comes by that proxy. */
  readonly listener: { readonly name: string; readonly port: number; readonly advertised: string };
}

/** Proxies for each process. A broker tells its clients where to connect to, so each proxy needs a listener of its own. */
export async function openProxies(
  processes: readonly string[],
  databasePort: number,
): Promise<ReadonlyMap<string, ServiceProxies>> {
  const proxies = new Map<string, ServiceProxies>();
  for (const [index, id] of processes.entries()) {
    const port = await freePort();
    const broker = await TcpProxy.to(port);
    const name = `PROXY${String.fromCharCode('A'.charCodeAt(0) + index)}`;
    const listener = { name, port, advertised: `127.0.0.1:${broker.port}` };
    proxies.set(id, { database: await TcpProxy.to(databasePort), broker, listener });
  }
  return proxies;
}
