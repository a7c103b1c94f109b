/**
 * The processing of an accepted dossier: its process, its open tasks, its supplements, due dates and end (R8 to R14). Pure:
 * state, command, calendar and instant in; the new state with its facts, or a coded refusal, out.
 */
export * from './cases/caller.js';
export * from './cases/case-actions.js';
export * from './cases/case-fact.js';
export * from './cases/case-state.js';
export * from './process/check-process-definition.js';
export * from './process/check-step-terms.js';
export * from './supplements/expire-supplement.js';
export * from './supplements/complete-supplement.js';
export * from './tasks/complete-task.js';
export * from './tasks/consultation.js';
export * from './tasks/decision.js';
export * from './process/default-process.js';
export * from './officers/eligible-officer.js';
export * from './cases/escalate-case.js';
export * from './deadlines/apologise.js';
export * from './deadlines/extend-deadline.js';
export * from './fees/demand-fee.js';
export * from './fees/settle-fee.js';
export * from './deadlines/new-date.js';
export * from './tasks/hand-over.js';
export * from './tasks/hold-task.js';
export * from './tasks/recall-task.js';
export * from './process/move-process.js';
export * from './cases/open-case.js';
export * from './process/open-step.js';
export * from './process/process-definition.js';
export * from './process/process-diagram.js';
export * from './deadlines/case-calendars.js';
export * from './deadlines/recalculate-deadlines.js';
export * from './process/process-graph.js';
export * from './results/result-kinds.js';
export * from './results/results-to-sign.js';
export * from './refusal-codes.js';
export * from './supplements/request-supplement.js';
export * from './supplements/second-supplement.js';
export * from './tasks/send-back.js';
export * from './process/step-terms.js';
export { stopCase } from './cases/stop-case.js';
export * from './supplements/due-after-supplements.js';
export * from './cases/trail.js';
export * from './cases/where-it-stands.js';
export * from './deadlines/watched-instants.js';
export * from './deadlines/lateness-facts.js';
export * from './officers/who-may-sign.js';
export * from './cases/withdraw-case.js';
