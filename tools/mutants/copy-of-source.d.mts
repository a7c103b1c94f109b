import type { Patch } from './mutants.mjs';

export function applied(text: string, patch: Patch): string;
