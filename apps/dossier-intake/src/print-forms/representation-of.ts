import { Refusal } from '@motcua/kernel';

type Representation = 'application/pdf' | 'application/json';

const OFFERED: readonly Representation[] = ['application/pdf', 'application/json'];

/** The representation that the caller likes best; paper when nothing is said. @throws Refusal REQUEST.NOT_ACCEPTABLE */
export const representationOf = (accept: string | undefined): Representation => {
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
    const fitting = OFFERED.find((offered) => type === '*/*' || type === 'application/*' || type === offered);
    if (fitting) return fitting;
  }
  throw new Refusal('REQUEST.NOT_ACCEPTABLE', { offered: OFFERED });
};
