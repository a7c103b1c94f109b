import type { Agencies } from '@motcua/catalogue-copy';

/** The province's name, as papers say where they are signed: `UBND tỉnh Quảng Ngãi` signs in `Quảng Ngãi`. */
export async function placeOf(agencies: Agencies, code: string): Promise<string> {
  const [province = code] = (await agencies.find(code))?.ancestors ?? [];
  const name = (await agencies.find(province))?.name ?? province;
  return name.replace(/^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+/i, '').replace(/^(?:tỉnh|thành phố)\s+/i, '');
}
