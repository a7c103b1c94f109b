import {
  type Block,
  ending,
  formTitle,
  grid,
  groupedAmount,
  labelled,
  nationalHeader,
  partTitle,
  printPdf,
  sayAmount,
  sayMoment,
  shortMoment,
  signatures,
} from '@motcua/pdf-drawing';
import type { CashDaySheetView } from './cash-day-sheet.view.js';
import type { MovementKind } from './cash-movement.view.js';

interface CashCountPaper {
  readonly sheet: CashDaySheetView;
  readonly closedAt: Temporal.Instant;
  readonly agency: { readonly name: string; readonly superior: string | null; readonly place: string };
}

const KINDS: Readonly<Record<MovementKind, string>> = {
  payment: 'Thu phí, lệ phí',
  surplus: 'Thu thừa',
  refund: 'Hoàn trả',
  reversal: 'Đảo bút toán',
  advanced: 'Nhận tiền lẻ tạm ứng',
  deposited: 'Nộp Kho bạc Nhà nước',
  returned: 'Hoàn tạm ứng tiền lẻ',
  counted: 'Chênh lệch kiểm kê',
};

const amountOf = (amount: number): string => (amount === 0 ? '' : groupedAmount(amount));

const differenceInWords = (difference: number): string =>
  difference === 0 ? 'Không' : `${difference > 0 ? 'Thừa' : 'Thiếu'} ${sayAmount(Math.abs(difference))}`;

/** The record of a drawer that was counted, with all that moved since it was opened. */
export function printCashCount({ sheet, closedAt, agency }: CashCountPaper): Promise<Buffer> {
  const { day, taken, givenBack, deposited, movements } = sheet;
  const difference = day.difference ?? 0;
  const counted = day.closingCount?.sum ?? 0;
  const change = movements.reduce(
    (sum, one) => sum + (one.kind === 'advanced' || one.kind === 'returned' ? one.in - one.out : 0),
    0,
  );
  const moved = movements.filter(({ kind }) => kind !== 'counted');
  const said = explained(sheet);
  const [above, last] =
    moved.length > 0
      ? [[...said, partTitle('Bảng kê thu, chi tiền mặt')], movementTable(moved)]
      : [said.slice(0, -1), said.at(-1)!];
  return printPdf({
    title: `Biên bản kiểm kê quỹ tiền mặt ${day.id}`,
    printedAt: closedAt,
    footer: `${day.agency} · ${day.id}`,
    content: [
      nationalHeader({ superior: agency.superior, agency: agency.name, place: agency.place, at: closedAt }),
      formTitle('Biên bản kiểm kê quỹ tiền mặt', `Quầy ${day.agency}, thủ quỹ ${day.cashier}`),
      labelled('Mở quỹ', sayMoment(Temporal.Instant.from(day.openedAt))),
      labelled('Chốt quỹ', sayMoment(closedAt)),
      grid(
        ['Nội dung', 'Số tiền'],
        [3, 1],
        [
          ['Tồn quỹ đầu ca theo sổ', sayAmount(day.carried)],
          ...(day.openingCount ? [['Kiểm đếm khi mở quỹ', sayAmount(day.openingCount.sum)]] : []),
          ...(change === 0 ? [] : [['Tạm ứng tiền lẻ (nhận trừ hoàn)', sayAmount(change)]]),
          ['Thu trong ca', sayAmount(taken)],
          ['Hoàn trả và đảo bút toán', sayAmount(givenBack)],
          ['Nộp Kho bạc Nhà nước', sayAmount(deposited)],
          ['Tồn quỹ cuối ca theo sổ', sayAmount(counted - difference)],
          ['Kiểm kê thực tế', sayAmount(counted)],
          ['Chênh lệch', differenceInWords(difference)],
        ],
        ['left', 'right'],
      ),
      ...(day.closingCount?.piles
        ? [
            grid(
              ['Mệnh giá', 'Số tờ', 'Thành tiền'],
              [2, 1, 2],
              day.closingCount.piles.map(({ denomination, pieces }) => [
                sayAmount(denomination),
                String(pieces),
                sayAmount(denomination * pieces),
              ]),
              ['right', 'right', 'right'],
            ),
          ]
        : []),
      ...above,
      ending(last, signatures([{ title: 'Thủ quỹ' }, { title: 'Người chứng kiến' }, { title: 'Thủ trưởng đơn vị' }])),
    ],
  });
}

const explained = ({ day }: CashDaySheetView): Block[] => [
  labelled('Giải trình của thủ quỹ', day.note),
  ...(day.confirmedBy === null
    ? []
    : [labelled('Người chứng kiến', day.confirmedBy), labelled('Ý kiến của người chứng kiến', day.confirmationNote)]),
];

const movementTable = (moved: CashDaySheetView['movements']): Block =>
  grid(
    ['STT', 'Thời điểm', 'Nội dung', 'Số chứng từ', 'Mã hồ sơ', 'Thu (đồng)', 'Chi (đồng)'],
    [1, 3, 3, 3, 4, 3, 3],
    moved.map((one, index) => [
      ...[String(index + 1), shortMoment(Temporal.Instant.from(one.at)), KINDS[one.kind], one.number ?? ''],
      ...[one.code ?? '', amountOf(one.in), amountOf(one.out)],
    ]),
    ['center', 'left', 'left', 'left', 'left', 'right', 'right'],
  );
