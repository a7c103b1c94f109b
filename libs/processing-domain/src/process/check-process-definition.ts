import { type Fault, isAgencyIdentifier, type Localized } from '@motcua/kernel';
import {
  type ConsultationStep,
  opinionsOf,
  type ProcessDefinition,
  type ProcessStep,
  type StepAgency,
  type TaskStep,
} from './process-definition.js';
import { leadingToTheEnd, reachable } from './process-graph.js';

const repeated = (codes: readonly string[], i: number): boolean => codes.indexOf(codes[i] ?? '') < i;

function fault(pointer: string, code: string, vi: string, en: string): Fault {
  const detail: Localized = { vi, en };
  return { pointer, code, detail };
}

const unknownStep = (pointer: string): Fault =>
  fault(pointer, 'PROCESS.STEP_UNKNOWN', 'Không có bước này.', 'There is no such step.');

const agencyFaults = (agency: StepAgency | undefined, pointer: string): Fault[] =>
  agency === undefined || agency === 'competent' || agency === 'receiving' || isAgencyIdentifier(agency)
    ? []
    : [
        fault(
          pointer,
          'PROCESS.AGENCY_INVALID',
          'Phải là competent, receiving hoặc mã định danh cơ quan.',
          'It is competent, receiving or an agency identifier.',
        ),
      ];

function taskFaults({ outcomes, role, agency }: TaskStep, at: string, known: readonly string[]): Fault[] {
  const codes = outcomes.map(({ code }) => code);
  const ofOutcomes = outcomes.flatMap(({ to, signs }, j) => [
    ...(repeated(codes, j)
      ? [fault(`${at}/outcomes/${j}/code`, 'PROCESS.OUTCOME_TWICE', 'Mã kết quả bị trùng.', 'This code appears twice.')]
      : []),
    ...(to !== null && !known.includes(to) ? [unknownStep(`${at}/outcomes/${j}/to`)] : []),
    ...(signs === true && role !== 'leader'
      ? [
          fault(
            `${at}/outcomes/${j}/signs`,
            'PROCESS.SIGNER_NOT_LEADER',
            'Chỉ bước của lãnh đạo mới được ký.',
            'Only a step of a leader can sign.',
          ),
        ]
      : []),
  ]);
  return [...agencyFaults(agency, `${at}/agency`), ...ofOutcomes];
}

function consultationFaults(step: ConsultationStep, at: string, known: readonly string[]): Fault[] {
  const { ask, to } = step;
  const agencies = ask.map(({ agency }) => agency);
  const codes = opinionsOf(step).map(({ code }) => code);
  return [
    ...(known.includes(to) ? [] : [unknownStep(`${at}/to`)]),
    ...ask.flatMap(({ agency }, j) => [
      ...agencyFaults(agency, `${at}/ask/${j}/agency`),
      ...(repeated(agencies, j)
        ? [
            fault(
              `${at}/ask/${j}/agency`,
              'PROCESS.AGENCY_TWICE',
              'Cơ quan này được hỏi hai lần.',
              'This agency is asked twice.',
            ),
          ]
        : []),
    ]),
    ...codes.flatMap((_, j) =>
      repeated(codes, j)
        ? [
            fault(
              `${at}/opinions/${j}/code`,
              'PROCESS.OUTCOME_TWICE',
              'Mã ý kiến bị trùng.',
              'This code appears twice.',
            ),
          ]
        : [],
    ),
  ];
}

const stepFaults = (step: ProcessStep, at: string, known: readonly string[]): Fault[] =>
  step.kind === 'consultation' ? consultationFaults(step, at, known) : taskFaults(step, at, known);

/** Why not every case could start and end by a definition: everything that is wrong with it, each with its pointer. */
export function processFaults({ steps }: ProcessDefinition): Fault[] {
  const codes = steps.map(({ code }) => code);
  const [ends, reached] = [leadingToTheEnd(steps), reachable(steps)];
  return steps.flatMap((step, i) => {
    const at = `/steps/${i}`;
    return [
      ...(repeated(codes, i)
        ? [fault(`${at}/code`, 'PROCESS.STEP_TWICE', 'Mã bước bị trùng.', 'This code appears twice.')]
        : []),
      ...(reached.has(step.code)
        ? []
        : [fault(at, 'PROCESS.STEP_UNREACHABLE', 'Không có đường nào tới bước này.', 'No way leads to this step.')]),
      ...(ends.has(step.code)
        ? []
        : [fault(at, 'PROCESS.STEP_ENDLESS', 'Từ bước này không thể kết thúc.', 'No way leads from here to the end.')]),
      ...stepFaults(step, at, codes),
    ];
  });
}
