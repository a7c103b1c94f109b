import { currentContext, runInContext } from '@motcua/platform';

/** A step of a longer command: the command's key, and the answer that is stored for it, are its last step's. */
export function withoutKey<Result>(step: () => Promise<Result>): Promise<Result> {
  const { idempotency: _, ...context } = currentContext();
  return runInContext(context, step);
}
