import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '../refusals/platform-code.js';

/**
 * The media type that the caller likes best of those that are offered; the first one when nothing is said.
 * @throws Refusal REQUEST.NOT_ACCEPTABLE
 */
export function representationOf<Type extends string>(accept: string | undefined, offered: readonly Type[]): Type {
  const liked = (accept ?? '*/*')
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined);
      return { type: type.trim(), weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { type } of liked) {
    const fitting = offered.find((one) => type === '*/*' || type === 'application/*' || type === one);
    if (fitting) return fitting;
  }
  throw new Refusal<PlatformCode>('REQUEST.NOT_ACCEPTABLE', { offered });
}
