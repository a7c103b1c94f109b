import {
  ending,
  formTitle,
  grid,
  labelled,
  nationalHeader,
  paragraph,
  printPdf,
  qrCode,
  sayMoment,
  signatures,
} from '@motcua/pdf-drawing';
import { bagNumber, type BagRow } from '../persistence/bag-row.js';

/** What the offices of a bag are called. */
export interface Offices {
  readonly from: string;
  readonly to: string;
  readonly superior: string | null;
}

interface Imprint {
  readonly place: string;
  readonly at: Temporal.Instant;
}

const CONTENTS = { papers: 'Hồ sơ đã nộp, gửi cơ quan tiếp nhận', results: 'Kết quả giải quyết để trả' } as const;

/**
 * The label, to be folded outwards, and the manifest of a bag. Both name dossiers and no person: they are read by whoever carries
 * it. It shows what is, as long as the bag is on its way.
 */
export function printBag(bag: BagRow, { from, to, superior }: Offices, { place, at }: Imprint): Promise<Buffer> {
  const number = bagNumber(bag);
  return printPdf({
    title: `Bảng kê túi hồ sơ ${number}`,
    printedAt: at,
    footer: `Túi hồ sơ ${number}`,
    content: [
      nationalHeader({ superior, agency: from, number: `${number}/BK`, place, at: bag.madeAt }),
      formTitle('Bảng kê giao nhận túi hồ sơ', `Túi số ${number}`),
      qrCode(number, 'Nhãn túi: quét mã khi giao, nhận'),
      labelled('Nơi gửi', from),
      labelled('Nơi nhận', to),
      labelled('Nội dung', CONTENTS[bag.contents]),
      labelled('Số niêm phong', bag.seal),
      labelled('Số lượng', `${String(bag.items.length).padStart(2, '0')} hồ sơ`),
      labelled('Thời điểm giao', bag.handedOverAt && sayMoment(bag.handedOverAt)),
      labelled('Người nhận chuyển', bag.takenOverBy),
      grid(
        ['STT', 'Mã hồ sơ', 'Thủ tục', 'Giao', 'Nhận'],
        [7, 27, 46, 10, 10],
        bag.items.map(({ code, procedureName }, index) => [String(index + 1), code, procedureName, '', '']),
        ['center'],
      ),
      ending(
        paragraph(
          'Hai bên cùng kiểm đếm và ký xác nhận. Hồ sơ thiếu hoặc không có trong bảng kê được ghi ngay khi nhận; bên giao, hoặc doanh nghiệp bưu chính khi vận chuyển, chịu trách nhiệm cho đến khi bên nhận kiểm đếm xong.',
        ),
        signatures([
          { title: 'Người giao', name: bag.handedOverBy?.name ?? null },
          { title: 'Người nhận', name: bag.countedBy?.name ?? null },
        ]),
      ),
    ],
  });
}
