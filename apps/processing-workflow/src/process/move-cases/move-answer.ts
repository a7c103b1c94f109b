import { type Answer, created } from '@motcua/platform';
import type { MoveCounts, MoveRow } from '../../persistence/process-moves.js';
import { type ProcessMoveView, processMoveView } from './process-move.view.js';

export const theMove = (move: MoveRow, counts: MoveCounts): Answer<ProcessMoveView> =>
  created(processMoveView(move, counts), { version: move.version, location: `/workflow/v1/process-moves/${move.id}` });
