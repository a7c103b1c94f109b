import type { Fault } from '@motcua/kernel';
import type { GroupRecord, GroupTakeRecord } from './group-record.js';

/** What the newest announced version of a procedure asks for and gives: codes. */
export interface AskedAndGiven {
  readonly components: ReadonlySet<string>;
  readonly results: ReadonlySet<string>;
}

const fault = (pointer: string, code: string, vi: string, en: string): Fault => ({ pointer, code, detail: { vi, en } });

/** Everything wrong with a group beyond the shape of its fields. @param known by the code of the procedure */
export function groupFaults({ steps }: Pick<GroupRecord, 'steps'>, known: ReadonlyMap<string, AskedAndGiven>): Fault[] {
  const order = steps.map(({ procedure }) => procedure);
  return steps.flatMap(({ procedure, takes }, at) => {
    const here = known.get(procedure);
    const earlier = order.slice(0, at);
    if (!here)
      return [
        fault(
          `/steps/${at}/procedure`,
          'CODE_UNKNOWN',
          `Không có thủ tục ${procedure} đã công bố.`,
          `No announced procedure has the code ${procedure}.`,
        ),
      ];
    return [
      ...(earlier.includes(procedure)
        ? [
            fault(
              `/steps/${at}/procedure`,
              'PROCEDURE_REPEATED',
              `Thủ tục ${procedure} xuất hiện hai lần trong nhóm.`,
              `Procedure ${procedure} is in the group twice.`,
            ),
          ]
        : []),
      ...takes.flatMap((take, n) => takeFaults(take, `/steps/${at}/takes/${n}`, { earlier, here, known })),
    ];
  });
}

interface Around {
  readonly earlier: readonly string[];
  readonly here: AskedAndGiven;
  readonly known: ReadonlyMap<string, AskedAndGiven>;
}

function takeFaults(
  { from, kind, code, as }: GroupTakeRecord,
  pointer: string,
  { earlier, here, known }: Around,
): Fault[] {
  const there = known.get(from);
  const given = kind === 'result' ? there?.results : there?.components;
  return [
    ...(earlier.includes(from)
      ? []
      : [
          fault(
            `${pointer}/from`,
            'NOT_AN_EARLIER_STEP',
            `Thủ tục ${from} không đứng trước trong nhóm.`,
            `Procedure ${from} is no earlier step of the group.`,
          ),
        ]),
    ...(given === undefined || given.has(code)
      ? []
      : [
          fault(
            `${pointer}/code`,
            'CODE_UNKNOWN',
            `Thủ tục ${from} không có mã ${code}.`,
            `Procedure ${from} has no ${code}.`,
          ),
        ]),
    ...(here.components.has(as)
      ? []
      : [
          fault(
            `${pointer}/as`,
            'CODE_UNKNOWN',
            `Thủ tục không yêu cầu thành phần hồ sơ ${as}.`,
            `The procedure does not ask for ${as}.`,
          ),
        ]),
  ];
}
