import { KeepAlive, requestText } from './keep-alive.js';
import { compareLatencies, type Comparison } from './measure.js';
import { connectTo } from './running-system.js';

/** A page over HTTP, and the statement that reads it, with the values that the service would give it. */
export interface AskedPage {
  readonly what: string;
  readonly service: string;
  readonly path: (round: number) => string;
  readonly statement: (round: number) => { readonly text: string; readonly values: readonly unknown[] };
  /** Planned for its very values each time, as the service asks for it; otherwise prepared once. */
  readonly plannedAnew?: boolean;
  /** Settings of the connection that the service reads it by. */
  readonly settings?: string;
  /** What both sides must agree on: the first line's key. */
  readonly keyOf: (line: Readonly<Record<string, unknown>>) => unknown;
}

interface PageBody {
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

/** Compares each page with its statement: one connection each, through the same driver, as the service's role. */
export async function comparePages(
  { url, folder, token, rounds }: { url: string; folder: string; token: string; rounds: number },
  pages: readonly AskedPage[],
): Promise<Comparison[]> {
  const client = await KeepAlive.open(url);
  const comparisons: Comparison[] = [];
  try {
    for (const page of pages) {
      const database = await connectTo(folder, page.service, page.service, page.settings);
      const ask = async (round: number): Promise<PageBody> => {
        const { status, body } = await client.send(
          requestText('GET', page.path(round), { authorization: `Bearer ${token}` }),
        );
        if (status !== 200) throw new Error(`${page.path(round)} was answered ${status}: ${body}`);
        return JSON.parse(body) as PageBody;
      };
      const names = new Map<string, string>();
      const read = (round: number) => {
        const { text, values } = page.statement(round);
        const name = names.get(text) ?? `page ${names.size}`;
        names.set(text, name);
        return database.query<Record<string, unknown>>({
          ...(!page.plannedAnew && { name }),
          text,
          values: [...values],
        });
      };
      const [asked, bare] = [await ask(0), await read(0)];
      if (asked.items.length === 0 || page.keyOf(asked.items[0]!) !== page.keyOf(bare.rows[0] ?? {}))
        throw new Error(`${page.what}: the two sides do not begin with the same line`);
      comparisons.push(...(await compareLatencies(`${page.what}, ${asked.items.length} lines`, rounds, ask, read)));
      await database.end();
    }
  } finally {
    client.close();
  }
  return comparisons;
}
