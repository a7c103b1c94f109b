/** A procedure in one of the forms that the import takes; undefined where a value is none. */
export interface PortalItem {
  readonly code: string;
  /** Headline of crawled text, of which other files may hold less. */
  readonly crawled: boolean;
  readonly item: Readonly<Record<string, unknown>>;
}

/** What is sent of crawled text: the tables in the rest have lost their separators. */
const HEADLINE = [
  'ma_thu_tuc',
  'ten_thu_tuc',
  'ma_so',
  'ten',
  'linh_vuc',
  'cap_thuc_hien',
  'co_quan_thuc_hien',
  'doi_tuong_thuc_hien',
  'so_quyet_dinh',
  'cach_thuc_thuc_hien',
];

const CODES = ['MATTHC', 'ma_thu_tuc', 'ma_so', 'code'];
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The procedures in a JSON value: an item, a list of items, or an answer of the portal around them (`result`, `data`). */
export function portalItems(value: unknown): PortalItem[] {
  if (Array.isArray(value)) return value.flatMap(portalItems);
  if (!isObject(value)) return [];
  const known = 'executionMethods' in value || CODES.slice(0, 3).some((key) => key in value);
  if (!known) return ['result', 'data'].flatMap((key) => portalItems(value[key]));
  const code = CODES.map((key) => value[key]).find((one) => one !== undefined);
  const crawled = 'ma_thu_tuc' in value || 'ma_so' in value;
  const item = crawled
    ? Object.fromEntries(HEADLINE.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]))
    : value;
  return [{ code: typeof code === 'string' || typeof code === 'number' ? String(code) : '', crawled, item }];
}
