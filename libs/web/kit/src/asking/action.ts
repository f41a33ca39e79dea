import { signal, type Signal } from '@angular/core';

export interface Action<A extends unknown[], R> {
  readonly busy: Signal<boolean>;
  /** What the last run failed with; null while it runs and after it succeeded. */
  readonly problem: Signal<unknown>;
  /** Undefined when it failed, or when the former run is not over yet. */
  run(...args: A): Promise<R | undefined>;
  forget(): void;
}

/** One thing the user can make happen: never twice at once, and its failure stays to be shown. */
export function action<A extends unknown[], R>(work: (...args: A) => Promise<R>): Action<A, R> {
  const busy = signal(false);
  const problem = signal<unknown>(null);
  return {
    busy: busy.asReadonly(),
    problem: problem.asReadonly(),
    forget: () => problem.set(null),
    run: async (...args) => {
      if (busy()) {
        return undefined;
      }
      busy.set(true);
      problem.set(null);
      try {
        return await work(...args);
      } catch (error) {
        problem.set(error);
        return undefined;
      } finally {
        busy.set(false);
      }
    },
  };
}
