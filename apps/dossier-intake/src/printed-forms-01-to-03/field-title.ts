/** What the fields outside the procedure's own form are called. */
const OWN: Readonly<Record<string, string>> = {
  '/applicant/fullName': 'Họ và tên, tên tổ chức',
  '/applicant/identity/number': 'Số giấy tờ định danh',
  '/applicant/phone': 'Số điện thoại',
  '/applicant/email': 'Thư điện tử',
  '/applicant/address': 'Địa chỉ',
  '/delivery/method': 'Hình thức nhận kết quả',
  '/delivery/address': 'Địa chỉ nhận kết quả',
};

interface Schema {
  readonly title?: unknown;
  readonly $ref?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const segmentsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));

const ORDINAL = /^\d+$/;

/** The schemas, of which one may describe a member; those that a reference names are found from the root. */
function described(schema: Schema, root: Schema, depth = 0): Schema[] {
  if (depth > 8) return [];
  const referred = typeof schema.$ref === 'string' ? [at(root, schema.$ref)] : [];
  const parts = [...referred, ...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [schema, ...parts.flatMap((part) => (part === undefined ? [] : described(part, root, depth + 1)))];
}

const at = (root: Schema, reference: string): Schema | undefined =>
  segmentsOf(reference).reduce<unknown>(
    (place, segment) => (place as Readonly<Record<string, unknown>> | undefined)?.[segment],
    root,
  ) as Schema | undefined;

const memberOf = (schema: Schema, segment: string): Schema | undefined =>
  Object.hasOwn(schema.properties ?? {}, segment)
    ? schema.properties?.[segment]
    : ORDINAL.test(segment)
      ? (schema.prefixItems?.[Number(segment)] ?? schema.items)
      : undefined;

/**
 * What people call the field that a JSON pointer names: by the titles of the form's schema, `Thành viên 2, Họ tên`. A part
 * without a title is called by its own name.
 */
export function fieldTitle(pointer: string, formSchema: object): string {
  const own = OWN[pointer];
  if (own !== undefined) return own;
  const root = formSchema as Schema;
  let places: Schema[] = [root];
  const titles: string[] = [];
  for (const segment of segmentsOf(pointer.replace(/^\/formData(?=\/|$)/, ''))) {
    places = places.flatMap((place) => described(place, root)).flatMap((place) => memberOf(place, segment) ?? []);
    const title = places.flatMap((place) => described(place, root)).find((place) => typeof place.title === 'string');
    if (ORDINAL.test(segment)) titles.push(`${titles.pop() ?? ''} ${Number(segment) + 1}`.trim());
    else titles.push(typeof title?.title === 'string' ? title.title : segment);
  }
  return titles.join(', ');
}
