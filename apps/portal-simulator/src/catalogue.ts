import type { Wire } from './records.js';

/** What the portal publishes of the province's catalogue. Keys are written as the portal writes them. */
export interface PublishedCatalogue {
  /** For `LayThuTuc`, by MATTHC. */
  readonly procedures: ReadonlyMap<string, Wire>;
  readonly agencies: readonly Wire[];
  readonly fields: readonly Wire[];
}

const procedure = (MATTHC: string, TENTTHC: string, MALINHVUC: string, TENLINHVUC: string): Wire => ({
  MATTHC,
  TENTTHC,
  LINHVUCTHUCHIEN: [{ MALINHVUC, TENLINHVUC }],
  TRINHTUTHUCHIEN: 'Nộp hồ sơ; tiếp nhận; xử lý; trả kết quả.',
  CACHTHUCTHUCHIEN: [
    {
      KENH: 'Trực tuyến',
      THOIGIAN: [
        {
          THOIGIANGIAIQUYET: '5',
          DONVITINH: 'Ngày làm việc',
          MOTA: '',
          PHILEPHI: [{ SOTIEN: null, DONVI: 'Đồng', MOTA: '' }],
        },
      ],
    },
  ],
  THANHPHANHOSO: [{ TRUONGHOP: '', GIAYTO: [{ MAGIAYTO: 'KQ.G15.000001', TENMAUDON: 'Đơn đề nghị', URL: '' }] }],
  KETQUATHUCHIEN: [{ MAKETQUA: 'KQ.G15.000002', TENKETQUA: 'Giấy xác nhận' }],
  CANCUPHAPLY: [],
  COQUANTHUCHIEN: '',
  YEUCAU: '',
});

const SAMPLES = [
  procedure('1.013225', 'Cấp giấy phép xây dựng', 'G17-XD01', 'Hoạt động xây dựng'),
  procedure('2.000815', 'Chứng thực bản sao từ bản chính', 'G15-TP08', 'Chứng thực'),
];

/** A small catalogue of the simulator's own. */
export const sampleCatalogue = (): PublishedCatalogue => ({
  procedures: new Map(SAMPLES.map((one) => [String(one['MATTHC']), one])),
  agencies: [
    { MACOQUAN: 'H48', TENCOQUAN: 'UBND tỉnh Quảng Ngãi' },
    { MACOQUAN: 'H48.07', TENCOQUAN: 'Sở Xây dựng' },
    { MACOQUAN: 'H48.12', TENCOQUAN: 'Sở Nông nghiệp và Môi trường' },
  ],
  fields: [
    { MALINHVUC: 'G17-XD01', TENLINHVUC: 'Hoạt động xây dựng' },
    { MALINHVUC: 'G15-TP08', TENLINHVUC: 'Chứng thực' },
  ],
});

/** One line of `LayDanhSachTTHC`. */
export function listed({ MATTHC, TENTTHC, LINHVUCTHUCHIEN }: Wire): Wire {
  const [field] = (LINHVUCTHUCHIEN ?? []) as readonly Wire[];
  return { MATTHC, TENTTHC, MALINHVUC: field?.['MALINHVUC'] ?? '', TENLINHVUC: field?.['TENLINHVUC'] ?? '' };
}
