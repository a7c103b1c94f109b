/** Every problem that the service may answer with: the platform's and its own. */
export const PROBLEMS = Symbol('problems');
