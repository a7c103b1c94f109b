import { cleanName } from './clean-text.js';
import type { GivenName, PortalCase, PortalFee, PortalProcedure, PortalRow } from './portal-procedure.js';
import { channelOf, feeKindOf, isDong, unitOf } from './portal-words.js';
import type { Reading } from './reading.js';

type Item = Readonly<Record<string, unknown>>;
/** The names that one thing has had. */
type Keys = readonly [string, ...string[]];

/** The answer of the portal's service LayThuTuc: upper-case keys, numbers as texts. */
export function readLayThuTuc(item: Item, at: string, reading: Reading): PortalProcedure {
  const names = (key: string, code: Keys, name: Keys): GivenName[] =>
    readNames(item[key], `${at}/${key}`, code, name, reading);
  const text = (key: string): string | null => meaningful(reading.text(item[key], `${at}/${key}`));
  return {
    code: reading.required(item['MATTHC'], `${at}/MATTHC`),
    name: reading.required(item['TENTTHC'], `${at}/TENTTHC`),
    fields: names('LINHVUCTHUCHIEN', ['MALINHVUC'], ['TENLINHVUC']),
    rows: reading
      .objects(item['CACHTHUCTHUCHIEN'], `${at}/CACHTHUCTHUCHIEN`)
      .flatMap(({ value, pointer }) => readWay(value, pointer, reading)),
    cases: reading
      .objects(item['THANHPHANHOSO'], `${at}/THANHPHANHOSO`)
      .map(({ value, pointer }) => readCase(value, pointer, reading)),
    agencies: names('COQUANTHUCHIEN', ['MADONVI', 'MACOQUAN'], ['TENDONVI', 'TENCOQUAN']),
    results: names('KETQUATHUCHIEN', ['MAKETQUA'], ['TENKETQUA']),
    legalBasis: names('CANCUPHAPLY', ['SOHIEU', 'MAVANBAN'], ['TRICHYEU', 'TENVANBAN']),
    subjects: names('DOITUONGTHUCHIEN', ['MADOITUONG'], ['TENDOITUONG']).map(({ name }) => name),
    levels: [],
    fullyOnline: null,
    offlineOnly: null,
    otherTerms: [],
    conditions: text('YEUCAU'),
    instructions: text('TRINHTUTHUCHIEN'),
    decisionNumber: text('SOQUYETDINH'),
    publishedOn: reading.day(item['NGAYCAPNHAT'], `${at}/NGAYCAPNHAT`),
  };
}

const meaningful = (text: string | null): string | null => (text === 'Không có thông tin' ? null : text);

/** A list of coded names. The portal also gives them as one text: then each line or part between semicolons is a name. */
function readNames(value: unknown, at: string, codes: Keys, names: Keys, reading: Reading): GivenName[] {
  if (typeof value === 'string') {
    return value
      .split(/[;\n]/)
      .map(cleanName)
      .filter((name) => name !== '')
      .map((name) => ({ code: null, name }));
  }
  return reading.list(value, at).flatMap((item) => {
    if (typeof item.value === 'string') return [{ code: null, name: cleanName(item.value) }];
    const one = reading.object(item.value, item.pointer);
    const pick = (keys: Keys): string => keys.find((key) => one[key] != null) ?? keys[0];
    return reading.named(one, item.pointer, [pick(codes), pick(names)]) ?? [];
  });
}

function readWay(way: Item, at: string, reading: Reading): PortalRow[] {
  const given = reading.required(way['KENH'], `${at}/KENH`);
  const channel = channelOf(given);
  if (given !== '' && !channel)
    reading.fault(`${at}/KENH`, 'CHANNEL_UNKNOWN', {
      vi: `Không rõ hình thức nộp ${given}.`,
      en: `Unknown channel: ${given}.`,
    });
  const rows = reading.objects(way['THOIGIAN'], `${at}/THOIGIAN`).map(({ value, pointer }) => ({
    amount: reading.number(value['THOIGIANGIAIQUYET'], `${pointer}/THOIGIANGIAIQUYET`),
    unit: unitOf(reading.text(value['DONVITINH'], `${pointer}/DONVITINH`) ?? '') ?? null,
    description: reading.text(value['MOTA'], `${pointer}/MOTA`) ?? '',
    fees: reading
      .objects(value['PHILEPHI'], `${pointer}/PHILEPHI`)
      .map((fee) => readFee(fee.value, fee.pointer, reading)),
  }));
  return channel ? rows.map((row) => ({ channel, ...row })) : [];
}

function readFee(fee: Item, at: string, reading: Reading): PortalFee {
  const note = reading.text(fee['MOTA'], `${at}/MOTA`) ?? '';
  const amount = reading.amount(fee['SOTIEN'], `${at}/SOTIEN`);
  return {
    kind: feeKindOf(note),
    amount: isDong(reading.text(fee['DONVI'], `${at}/DONVI`) ?? '') ? amount : null,
    note,
  };
}

function readCase(one: Item, at: string, reading: Reading): PortalCase {
  return {
    name: cleanName(reading.text(one['TRUONGHOP'], `${at}/TRUONGHOP`) ?? ''),
    papers: reading.objects(one['GIAYTO'], `${at}/GIAYTO`).flatMap(({ value, pointer }) => {
      const named = reading.named(value, pointer, ['MAGIAYTO', 'TENMAUDON']);
      const url = reading.text(value['URL'], `${pointer}/URL`);
      const originals = reading.number(value['SOBANCHINH'], `${pointer}/SOBANCHINH`);
      const copies = reading.number(value['SOBANSAO'], `${pointer}/SOBANSAO`);
      // Where this form gives no numbers at all, a listed paper is a paper.
      const numbers = { originals: originals ?? (copies === null ? 1 : 0), copies: copies ?? 0 };
      return named ? [{ ...named, ...numbers, formUrl: /^https?:\/\//.test(url ?? '') ? url : null }] : [];
    }),
  };
}
