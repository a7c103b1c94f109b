import { type Language, LANGUAGES } from '@motcua/kernel';

const MOST_KNOWN = 200;
const MOST_LONG = 200;
const known = new Map<string, Language>();

/** The first language of `Accept-Language` that we speak, by weight; Vietnamese when there is none. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined) return 'vi';
  const found = known.get(header) ?? readLanguage(header);
  // What clients send is nearly always one of a few texts.
  if (known.size < MOST_KNOWN && header.length < MOST_LONG) known.set(header, found);
  return found;
}

function readLanguage(header: string): Language {
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined);
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(weight ?? 1) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return (
    wanted
      .map(({ language }) => LANGUAGES.find((known) => known === language))
      .find((language) => language !== undefined) ?? 'vi'
  );
}
