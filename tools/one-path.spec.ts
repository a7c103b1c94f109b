import { globSync, readFileSync } from 'node:fs';

/** The services that hold a part of a dossier's life, and the files that are the `save` of an aggregate of theirs. */
const HOLDERS = {
  'dossier-intake': ['change/dossier-aggregate.ts'],
  'processing-workflow': ['persistence/save-cases.ts'],
  'fee-payment': [
    'persistence/dossier-money.ts',
    'persistence/postings.ts',
    'persistence/loose-breaks.ts',
    'persistence/reconciliations.ts',
  ],
};
/** By which the state of a dossier, of its case, of its money is written. */
const STATE = ['dossier', 'dossier_file', 'supplement_request', 'store_item', 'dossier_correction'].concat(
  ['case_file', 'task', 'case_result', 'case_note', 'case_note_file'],
  [
    'account',
    'payment_order',
    'confirmation',
    'ledger_entry',
    'ledger_posting',
    'refund',
    'payment_break',
    'receipt',
    'reversal',
  ],
);

/** Who may ask the platform about an order next, and from when on: leases, which every process takes and gives back. */
const LEASES = ['payment_order.ask_at', 'payment_order.opening_until'];

interface Source {
  readonly file: string;
  readonly text: string;
}

interface Table {
  /** As the source names it. */
  readonly constant: string;
  readonly name: string;
  readonly columns: readonly string[];
}

const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const tablesIn = ({ text }: Source): Table[] =>
  [...text.matchAll(/const (\w+) = rowTable<[^(]*>\('(\w+)', \{([^}]*)\}/g)].flatMap(([, constant, name, fields]) =>
    STATE.includes(name!)
      ? [
          {
            constant: constant!,
            name: name!,
            columns: [...fields!.matchAll(/(\w+): '(?:plain|fixed)'/g)].map(([, field]) => columnOf(field!)),
          },
        ]
      : [],
  );

/** What a source writes of the tables: as `table.column`, or as `table` where it adds or deletes rows. */
function writesOf({ text }: Source, tables: readonly Table[]): string[] {
  return tables.flatMap(({ constant, name, columns }) => {
    const updates = [
      ...text.matchAll(
        new RegExp(`UPDATE ${name}\\b[^;\`]*?\\bSET\\b([^;\`]*?)(?:\\bWHERE\\b|\\bFROM\\b|[;\`])`, 'gs'),
      ),
    ];
    const set = columns.filter((column) => updates.some(([, part]) => new RegExp(`\\b${column}\\s*=`).test(part!)));
    const rows = new RegExp(`(?:INSERT INTO|DELETE FROM)\\s+${name}\\b|\\b${constant}\\.(?:save|insert|update|put)\\(`);
    return [
      ...set.map((column) => `${name}.${column}`).filter((one) => !LEASES.includes(one)),
      ...(rows.test(text) ? [name] : []),
    ];
  });
}

const sourcesOf = (app: string): Source[] =>
  globSync(`apps/${app}/src/**/*.ts`)
    .filter((file) => !/\.(spec|fixture|migration)\.ts$/.test(file))
    .map((file) => ({ file: file.slice(`apps/${app}/src/`.length), text: readFileSync(file, 'utf8') }));

describe.each(Object.entries(HOLDERS))('the state that %s holds', (app, aggregates) => {
  const sources = sourcesOf(app);
  const tables = sources.flatMap(tablesIn);

  it('is written by its aggregates alone: nothing becomes of it without the history and the events of the change', () => {
    expect(tables.flatMap(({ columns }) => columns).length).toBeGreaterThan(20);
    const others = sources.filter(({ file }) => !aggregates.includes(file));
    expect(others.map((one) => [one.file, ...writesOf(one, tables)]).filter(({ length }) => length > 1)).toEqual([]);
  });

  it('is saved by the platform alone, which takes history and events of each change', () => {
    const callers = sources.filter(({ text }) =>
      /\b(?:\w*[aA]ggregate|CASE|DOSSIER_MONEY|LOOSE_BREAKS)\.save\(/.test(text),
    );
    expect(callers.map(({ file }) => file)).toEqual([]);
  });
});

it('a statement that changes a status beside the aggregate would be seen', () => {
  const tables = [{ constant: 'DOSSIERS', name: 'dossier', columns: ['status', 'holder_agency'] }];
  const of = (text: string): string[] => writesOf({ file: 'x.ts', text }, tables);
  expect(of("sql`UPDATE dossier d SET looked_at = now(), status = 'accepted' WHERE d.id = ${id}`")).toEqual([
    'dossier.status',
  ]);
  expect(of('sql`UPDATE dossier SET looked_at = now() WHERE status = 1`')).toEqual([]);
  expect(of('DOSSIERS.save(queries, rows)')).toEqual(['dossier']);
});
