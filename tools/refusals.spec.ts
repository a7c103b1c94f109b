import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Entry {
  readonly status: number;
  readonly title: { readonly vi: string; readonly en: string };
}
type Table = Readonly<Record<string, Entry>>;

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const sources = (folder: string): string[] =>
  globSync(`${folder}/src/**/*.ts`, { cwd: root }).filter((file) => !/\.(spec|fixture)\.ts$/.test(file));
async function tableOf(file: string): Promise<Table> {
  const exported = (await import(join(root, file))) as Record<string, unknown>;
  return Object.entries(exported).find(([name]) => name.endsWith('_PROBLEMS'))![1] as Table;
}

/** `new Refusal<Union>('CODE'`, wherever the line is broken. */
const thrownIn = (folder: string): string[] =>
  sources(folder).flatMap((file) =>
    [...read(file).matchAll(/new \w*Refusal(?:<[^>]*>)?\(\s*'([A-Z_]+(?:\.[A-Z_]+)?)'/g)].map(([, code]) => code!),
  );
const unionOf = (file: string): string[] => [...read(file).matchAll(/'([A-Z_]+\.[A-Z_]+)'/g)].map(([, code]) => code!);

const SHARED = {
  ...(await tableOf('libs/platform/src/http/platform-problems.ts')),
  ...(await tableOf('libs/platform/src/bulk/bulk-problems.ts')),
};
const OWN = await Promise.all(
  globSync('apps/*/src/problems.ts', { cwd: root }).map(
    async (file) => [dirname(dirname(file)), await tableOf(file)] as const,
  ),
);
/** Where decisions are, by their file of codes. */
const DOMAINS = globSync('libs/*/src/refusal-codes.ts', { cwd: root }).map((file) => [dirname(dirname(file)), file]);

it('there are tables and unions to look at', () => {
  expect(OWN.length).toBeGreaterThanOrEqual(5);
  expect(DOMAINS.length).toBeGreaterThanOrEqual(4);
});

describe.each(OWN)('every refusal of %s', (service, own) => {
  const table: Table = { ...SHARED, ...own };

  it('that can be thrown has a status', () => {
    expect(thrownIn(service).filter((code) => !(code in table))).toEqual([]);
  });

  it('that has a status has a text in both languages', () => {
    for (const [code, entry] of Object.entries(own)) assertShown(code, entry);
    expect(Object.keys(own).filter((code) => code in SHARED && !code.startsWith('FILE.'))).toEqual([]);
  });
});

describe.each(DOMAINS)('every refusal of %s', (domain, file) => {
  const codes = unionOf(file);

  it('is in the union of its package', () => {
    expect(thrownIn(domain).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it.each(codes)('%s has a status in a service', (code) => {
    expect(OWN.filter(([, table]) => code in table)).not.toHaveLength(0);
  });
});

it.each(Object.entries(SHARED))('%s of the platform has a status and both texts', assertShown);

/** Texts of a word or more, in two languages. */
function assertShown(code: string, { status, title }: Entry): void {
  const shown = {
    code,
    status,
    vi: title.vi.trim().length > 3,
    en: title.en.trim().length > 3,
    same: title.vi === title.en,
  };
  expect(shown).toEqual({ code, status, vi: true, en: true, same: false });
  expect([400, 401, 403, 404, 406, 409, 410, 412, 413, 415, 422, 428, 429, 500, 502, 503]).toContain(status);
}
