import Handlebars from 'handlebars';

type Template = (variables: object) => string;

/** Text, not HTML: whoever shows it as HTML escapes the whole of it, so no template can forget to. */
const OPTIONS: CompileOptions = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  knownHelpers: { if: true, unless: true, each: true, with: false, log: false, lookup: false },
};

const KEPT = 500;
const compiled = new Map<string, Template>();

function compile(text: string): Template {
  const known = compiled.get(text);
  if (known) return known;
  const template = Handlebars.compile(text, OPTIONS) as Template;
  const [oldest] = compiled.keys();
  if (compiled.size >= KEPT && oldest !== undefined) compiled.delete(oldest);
  compiled.set(text, template);
  return template;
}

// eslint-disable-next-line no-control-regex -- nothing but line breaks may control what is shown
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f\u0080-\u009f\u2028\u2029]+/g;

/** Paragraphs. @throws Error when the template names what it was not given */
export const renderText = (text: string, variables: object): string =>
  compile(text)(variables)
    .replaceAll('\r\n', '\n')
    .replaceAll(CONTROLS, ' ')
    .replaceAll(/[ ]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

/** One line, whatever was put into it: fit for a subject. */
export const renderLine = (text: string, variables: object): string =>
  renderText(text, variables).replaceAll(/\s+/g, ' ').trim();
