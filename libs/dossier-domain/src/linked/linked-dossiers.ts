import { type Fault, Refusal } from '@motcua/kernel';
import { statusAfter } from '../life/moves.js';
import type { Life } from '../life/statuses.js';
import { fault } from '../make-fault.js';
import type { Remark } from '../check-reasons-and-remarks.js';
import type { DossierRefusalCode } from '../refusal-codes.js';

/** What the catalogue says of procedures that are applied for together (liên thông), in the order in which they are decided. */
export interface ProcedureGroup {
  readonly code: string;
  readonly name: string;
  readonly active: boolean;
  readonly steps: readonly {
    readonly procedure: string;
    readonly takes: readonly {
      readonly from: string;
      readonly kind: 'result' | 'component';
      readonly code: string;
      readonly as: string;
    }[];
  }[];
}

/** What a linked dossier takes over from an earlier one: its result, or a paper that was given there. */
export interface LinkTake {
  /** Id of the earlier dossier. */
  readonly dossier: string;
  readonly kind: 'result' | 'component';
  /** Of the result or component there. */
  readonly code: string;
  /** The component here. */
  readonly as: string;
}

/** The place of a dossier among those that are submitted together. */
export interface Link {
  /** Of all of them together. */
  readonly id: string;
  readonly group: string;
  readonly groupName: string;
  readonly procedure: string;
  /** From 1. */
  readonly step: number;
  readonly takes: readonly LinkTake[];
}

/** What keeps these procedures from being applied for together: pointers into `/dossiers`, in the order that was asked. */
export function groupFaults(group: ProcedureGroup | null, chosen: readonly string[]): Fault[] {
  if (!group?.active)
    return [
      fault(
        '/group',
        'DOSSIER.GROUP_UNKNOWN',
        'Không có nhóm thủ tục liên thông này.',
        'There is no such group of procedures.',
      ),
    ];
  return chosen.flatMap((procedure, index) => {
    const pointer = `/dossiers/${index}/procedureCode`;
    const step = group.steps.find((one) => one.procedure === procedure);
    if (!step)
      return [
        fault(
          pointer,
          'DOSSIER.NOT_IN_GROUP',
          'Nhóm thủ tục liên thông không có thủ tục này.',
          'The group does not have this procedure.',
        ),
      ];
    if (chosen.indexOf(procedure) !== index)
      return [
        fault(
          pointer,
          'DOSSIER.REPEATED_IN_GROUP',
          'Mỗi thủ tục của nhóm chỉ nộp một hồ sơ.',
          'Each procedure of the group has one dossier.',
        ),
      ];
    return [...new Set(step.takes.map(({ from }) => from))]
      .filter((from) => !chosen.includes(from))
      .map((from) =>
        fault(
          pointer,
          'DOSSIER.EARLIER_STEP_MISSING',
          `Thủ tục này cần kết quả hoặc giấy tờ của thủ tục ${from} trong cùng nhóm.`,
          `This procedure takes over what procedure ${from} of the group gives.`,
        ),
      );
  });
}

/** The place of each chosen dossier, in the order of the group. */
export function linksOf(
  group: ProcedureGroup,
  id: string,
  chosen: readonly { readonly procedure: string; readonly dossier: string }[],
): { readonly dossier: string; readonly link: Link }[] {
  const dossierOf = (procedure: string): string | undefined =>
    chosen.find((one) => one.procedure === procedure)?.dossier;
  return group.steps
    .filter(({ procedure }) => dossierOf(procedure) !== undefined)
    .map(({ procedure, takes }, index) => ({
      dossier: dossierOf(procedure) ?? '',
      link: {
        id,
        group: group.code,
        groupName: group.name,
        procedure,
        step: index + 1,
        takes: takes.flatMap(({ from, kind, code, as }) => {
          const dossier = dossierOf(from);
          return dossier === undefined ? [] : [{ dossier, kind, code, as }];
        }),
      },
    }));
}

/** Components that come from earlier dossiers: nobody is asked for them again. @rule R19 */
export const takenOver = (link: Link | null): string[] => (link?.takes ?? []).map(({ as }) => as);

/** Components that are the results of earlier dossiers, for which it waits once it is submitted. */
export const awaitedResults = (link: Link | null): LinkTake[] =>
  (link?.takes ?? []).filter(({ kind }) => kind === 'result');

/** Dossiers for whose results a dossier waits from its submission on. */
export const waitsFromSubmission = (link: Link | null): string[] => [
  ...new Set(awaitedResults(link).map(({ dossier }) => dossier)),
];

/** What waits for the result of a linked dossier is not accepted yet. @throws Refusal DOSSIER.WAITS_FOR_LINKED */
export function assertWaitsForNone(waitsFor: readonly string[]): void {
  if (waitsFor.length > 0) throw new Refusal<DossierRefusalCode>('DOSSIER.WAITS_FOR_LINKED', { waitsFor });
}

/** The earlier dossier, from which there will be no result. */
export interface EndedEarlier {
  readonly code: string;
  readonly procedureName: string;
  readonly reason: string | null;
}

interface EndedWithEarlier {
  readonly status: 'refused' | 'withdrawn';
  readonly reason: string;
  readonly faults: readonly Remark[];
}

/**
 * An earlier dossier ended without the result for which this one waits: it ends too, as refused, or as abandoned where its fee
 * was not paid yet. The applicant may submit it again alone. @rule R21
 */
export function endWithEarlier(life: Life, earlier: EndedEarlier, components: readonly string[]): EndedWithEarlier {
  const why = earlier.reason === null || earlier.reason.trim() === '' ? '' : `: ${earlier.reason}`;
  const reason = `Hồ sơ liên thông ${earlier.code} (${earlier.procedureName}) không có kết quả để giải quyết tiếp hồ sơ này${why}`;
  const status =
    life.status === 'paymentRequired'
      ? statusAfter('abandon', life.status, life.everAccepted)
      : statusAfter('refuse', life.status, life.everAccepted);
  return { status, reason, faults: components.map((component) => ({ component, field: null, reason })) };
}
