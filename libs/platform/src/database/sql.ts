/** A statement, or a part of one, together with the values that stand in it. Made by {@link sql}. */
export class Sql {
  private built: string | undefined;

  /** @param strings one more than there are values */
  constructor(
    private readonly strings: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  /** With `$1`, `$2`, … in the places of the values. */
  get text(): string {
    return (this.built ??= this.strings.reduce((text, part, index) => `${text}$${index}${part}`));
  }

  toString(): string {
    return this.text;
  }

  /** The pieces of text around the values. */
  get pieces(): readonly string[] {
    return this.strings;
  }
}

function compose(strings: readonly string[], parts: readonly unknown[]): Sql {
  const pieces = [strings[0] ?? ''];
  const values: unknown[] = [];
  const append = (text: string): void => void pieces.push(`${pieces.pop() ?? ''}${text}`);
  for (const [index, part] of parts.entries()) {
    if (part instanceof Sql) {
      append(part.pieces[0] ?? '');
      pieces.push(...part.pieces.slice(1));
      values.push(...part.values);
    } else {
      values.push(part);
      pieces.push('');
    }
    append(strings[index + 1] ?? '');
  }
  return new Sql(pieces, values);
}

const raw = (text: string): Sql => new Sql([text], []);

/**
 * A statement with its values in their places: `` sql`SELECT … WHERE id = ${id}` ``. A part that is itself an {@link Sql}
 * is inserted as it is. The text must come from a bounded set, since each text is prepared once a connection: lists are
 * one value (`= ANY (${ids})`, `jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`), never one value an entry.
 */
export const sql = Object.assign(
  (strings: TemplateStringsArray, ...parts: readonly unknown[]): Sql => compose(strings, parts),
  {
    /** Text of the program's own, such as a name of a column. Never what came from outside. */
    raw,
    empty: raw(''),
    join: (parts: readonly Sql[], separator = ', '): Sql =>
      compose(['', ...parts.slice(1).map(() => separator), ''], parts),
  },
);
