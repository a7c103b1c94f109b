/**
 * The processing of an accepted dossier: its process, its open tasks, its supplements, due dates and end (R8 to R14). Pure:
 * state, command, calendar and instant in; the new state with its facts, or a coded refusal, out.
 */
export * from './case-actions.js';
export * from './case-fact.js';
export * from './case-state.js';
export * from './decision.js';
export * from './check-process-definition.js';
export * from './check-step-terms.js';
export * from './complete-supplement.js';
export * from './complete-task.js';
export * from './consultation.js';
export * from './decision.js';
export * from './default-process.js';
export * from './eligible-officer.js';
export * from './escalate-case.js';
export * from './extend-deadline.js';
export * from './hand-over.js';
export * from './hold-task.js';
export * from './move-process.js';
export * from './open-case.js';
export * from './open-step.js';
export * from './process-definition.js';
export * from './process-diagram.js';
export * from './recalculate/case-calendars.js';
export * from './recalculate/recalculate-deadlines.js';
export * from './process-graph.js';
export * from './refusal-codes.js';
export * from './request-supplement.js';
export * from './second-supplement.js';
export * from './send-back.js';
export * from './step-terms.js';
export * from './stop-case.js';
export * from './supplement-effect.js';
export * from './trail.js';
export * from './where-it-stands.js';
export * from './watch/watched-instants.js';
export * from './watch/when-instant-passes.js';
export * from './who-may-sign.js';
export * from './withdraw-case.js';
