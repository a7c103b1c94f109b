import type { Fault } from '@motcua/kernel';
import { fault } from '../make-fault.js';

/** How many of a paper came to the counter. */
export interface PaperCount {
  readonly originals: number;
  readonly copies: number;
}

/** What came of one component: kept, or compared and given back at once. */
export interface ReceivedComponent extends PaperCount {
  readonly component: string;
  /** The original was compared with the copy and given back (đối chiếu và trả lại). */
  readonly seenAndReturned: boolean;
}

/** A paper that the procedure does not ask for. */
export interface FurtherPaper extends PaperCount {
  readonly name: string;
}

/** What was received on paper, beside the files. */
export interface ReceivedPapers {
  readonly components: readonly ReceivedComponent[];
  readonly further: readonly FurtherPaper[];
}

const came = ({ originals, copies }: PaperCount): boolean => originals + copies > 0;

/** Codes of the components that were received on paper: they are there, scanned or not. @rule R20 */
export const receivedOnPaper = (received: ReceivedPapers | null): string[] =>
  (received?.components ?? []).filter((one) => came(one) || one.seenAndReturned).map(({ component }) => component);

/** Everything that cannot be of what was received; `asked`: codes of the components of the procedure. */
export const checkReceived = ({ components, further }: ReceivedPapers, asked: readonly string[]): Fault[] => [
  ...components.flatMap((one, index) => [
    ...(asked.includes(one.component)
      ? []
      : [
          fault(
            `/components/${index}/component`,
            'DOSSIER.COMPONENT_UNKNOWN',
            'Thủ tục không có thành phần hồ sơ này; giấy tờ ngoài thành phần hồ sơ ghi ở mục giấy tờ khác.',
            'The procedure does not ask for this component; list other papers under `further`.',
          ),
        ]),
    ...(components.findIndex(({ component }) => component === one.component) < index
      ? [
          fault(
            `/components/${index}/component`,
            'DOSSIER.COMPONENT_TWICE',
            'Mỗi thành phần hồ sơ chỉ ghi một dòng.',
            'Each component has one line.',
          ),
        ]
      : []),
    ...(came(one) || one.seenAndReturned ? [] : [nothing(`/components/${index}`)]),
  ]),
  ...further.flatMap((one, index) => (came(one) ? [] : [nothing(`/further/${index}`)])),
];

const nothing = (pointer: string): Fault =>
  fault(
    pointer,
    'DOSSIER.NOTHING_RECEIVED',
    'Phải ghi số bản chính hoặc bản sao đã nhận.',
    'Give the number of originals or copies that were received, or leave the line out.',
  );
