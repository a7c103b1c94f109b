/** Conditions of a list, joined by AND. The texts come from the code, so that the set of statements stays small. */
export class Conditions {
  private readonly parts: string[] = [];
  readonly values: unknown[] = [];

  /** Each `?` stands for one value, in order. Nothing is added when the first is undefined. */
  where(condition: string, ...values: unknown[]): this {
    if (values[0] === undefined) return this;
    const texts = condition.split('?');
    const numbered = texts.slice(0, -1).map((text, index) => `${text}$${this.values.length + index + 1}`);
    this.parts.push(numbered.join('') + (texts.at(-1) ?? ''));
    this.values.push(...values);
    return this;
  }

  get sql(): string {
    return this.parts.length > 0 ? `WHERE ${this.parts.join(' AND ')}` : '';
  }
}
