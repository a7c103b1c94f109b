import { freePort } from '@motcua/local-kafka';
import { Line } from './line.js';

/** The two ways out of a service's process. */
export interface ServiceLines {
  readonly database: Line;
  readonly broker: Line;
  /** The broker's own listener for what comes by that line. */
  readonly listener: { readonly name: string; readonly port: number; readonly advertised: string };
}

/** Lines for each process. A broker tells its clients where to connect to, so each line needs a listener of its own. */
export async function layLines(
  processes: readonly string[],
  databasePort: number,
): Promise<ReadonlyMap<string, ServiceLines>> {
  const lines = new Map<string, ServiceLines>();
  for (const [index, id] of processes.entries()) {
    const port = await freePort();
    const broker = await Line.to(port);
    const name = `LINE${String.fromCharCode('A'.charCodeAt(0) + index)}`;
    const listener = { name, port, advertised: `127.0.0.1:${broker.port}` };
    lines.set(id, { database: await Line.to(databasePort), broker, listener });
  }
  return lines;
}
