import { appendFileSync } from 'node:fs';
import pg from 'pg';

// Loaded into a service's process before its program (`--import`): writes down each statement that goes through the driver,
// so that `pgbench` can be given what a command really executes.

/** A statement as it was sent. */
export interface SentStatement {
  /** Counts the connections of the process. */
  readonly connection: number;
  readonly user: string;
  /** Counts the stretches of a connection that were sent before anything sent in them was answered. */
  readonly wave: number;
  readonly text: string;
  /** As PostgreSQL reads them. */
  readonly values: readonly (string | null)[];
}

const file = process.env['MOTCUA_BENCH_STATEMENTS'];

interface Connection {
  readonly number: number;
  wave: number;
  answered: boolean;
}

const connections = new WeakMap<object, Connection>();
let count = 0;

function connectionOf(client: object): Connection {
  const known = connections.get(client) ?? { number: (count += 1), wave: 0, answered: false };
  connections.set(client, known);
  return known;
}

const DRIVER_UTILITIES: string = 'pg/lib/utils.js';

/** As the driver sends it; the driver's own function has no types. */
const { prepareValue } = (await import(DRIVER_UTILITIES)) as {
  prepareValue: (value: unknown) => Buffer | string | null;
};

function asText(value: unknown): string | null {
  const prepared = prepareValue(value);
  return Buffer.isBuffer(prepared) ? `\\x${prepared.toString('hex')}` : prepared;
}

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

if (file !== undefined) {
  const { prototype } = pg.Client as unknown as { prototype: { query: Query } };
  const { query } = prototype;
  prototype.query = function (...args) {
    const [config] = args;
    const connection = connectionOf(this);
    if (connection.answered) connection.wave += 1;
    connection.answered = false;
    const { text, values = [] } =
      typeof config === 'string' ? { text: config } : (config as { text: string; values?: readonly unknown[] });
    const sent: SentStatement = {
      connection: connection.number,
      user: String(this.user),
      wave: connection.wave,
      text,
      values: values.map(asText),
    };
    appendFileSync(file, `${JSON.stringify(sent)}\n`);
    const result = query.apply(this, args);
    const answered = (): void => void (connection.answered = true);
    if (result instanceof Promise) result.then(answered, answered);
    return result;
  };
}
