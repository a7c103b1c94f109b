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

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
