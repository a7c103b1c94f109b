import type { Fault, Localized } from '@motcua/kernel';

/** Gathers everything that is wrong with an input, so that its sender learns of all of it at once. */
export class FaultList {
  private readonly found: Fault[] = [];

  add(pointer: string, code: string, detail: Localized): void {
    this.found.push({ pointer, code, detail });
  }

  get all(): readonly Fault[] {
    return this.found;
  }
}

/** A key as a segment of a JSON pointer (RFC 6901). */
export const pointerSegment = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
