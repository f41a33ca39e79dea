import { computed, linkedSignal, resource, signal, type Signal } from '@angular/core';

/** What the server's lists answer. */
export interface PageAnswer<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string | null;
  readonly previousCursor?: string | null;
}

export interface PageRequest {
  readonly cursor?: string;
  readonly limit: number;
}

const LONGEST_PAGE = 100;

/** Rows as a table needs them, wherever they come from. */
export interface RowSource<T> {
  /** The rows on the screen; while another page is fetched these are still the former ones. */
  readonly rows: Signal<readonly T[]>;
  readonly status: Signal<'loading' | 'ready' | 'failed'>;
  readonly error: Signal<unknown>;
  readonly canGoNext: Signal<boolean>;
  readonly canGoBack: Signal<boolean>;
  readonly limit: Signal<number>;
  next(): void;
  back(): void;
  reload(): void;
  setLimit(limit: number): void;
}

/** A list with filters, which can say how many rows another state of the filters would show. */
export interface FilteredRows<T, P> extends RowSource<T> {
  /** Counted by one page as long as the server gives: `more` when there are more than `rows`. */
  count(params: Partial<P>): Promise<{ readonly rows: number; readonly more: boolean }>;
}

/**
 * A list that the server pages by cursor. A change of `params` starts again at the first page.
 * Call it where inject() may be called (a field initialiser).
 */
export function pagedList<T, P extends object = object>(options: {
  readonly params?: () => P;
  readonly load: (request: P & PageRequest) => PromiseLike<PageAnswer<T>>;
  readonly limit?: number;
}): FilteredRows<T, P> {
  const params = computed(() => options.params?.() ?? ({} as P));
  const limit = signal(options.limit ?? 25);
  const cursor = linkedSignal<unknown, string | undefined>({ source: () => [params(), limit()], computation: () => undefined });
  const page = resource({
    params: () => ({ ...params(), limit: limit(), ...(cursor() ? { cursor: cursor() } : {}) }) as P & PageRequest,
    loader: ({ params: request }) => options.load(request as P & PageRequest),
  });
  const answer = computed(() => (page.hasValue() ? page.value() : undefined));
  const shown = linkedSignal<PageAnswer<T> | undefined, PageAnswer<T> | undefined>({
    source: answer,
    computation: (fresh, former) => fresh ?? former?.value,
  });
  return {
    rows: computed(() => shown()?.items ?? []),
    status: computed(() => (page.error() ? 'failed' : page.isLoading() || !shown() ? 'loading' : 'ready')),
    error: page.error,
    canGoNext: computed(() => !!shown()?.nextCursor),
    canGoBack: computed(() => !!shown()?.previousCursor),
    limit: limit.asReadonly(),
    next: () => cursor.set(shown()?.nextCursor ?? undefined),
    back: () => cursor.set(shown()?.previousCursor ?? undefined),
    reload: () => page.reload(),
    setLimit: (rows) => limit.set(rows),
    count: async (other) => {
      const { items, nextCursor } = await options.load({ ...params(), ...other, limit: LONGEST_PAGE } as P & PageRequest);
      return { rows: items.length, more: !!nextCursor };
    },
  };
}

/** Rows that are all there already (part of another answer, say), in the same table. */
export function plainRows<T>(rows: () => readonly T[]): RowSource<T> {
  const all = computed(rows);
  const never = signal(false).asReadonly();
  return {
    rows: all,
    status: signal<'ready'>('ready').asReadonly(),
    error: signal<unknown>(undefined).asReadonly(),
    canGoNext: never,
    canGoBack: never,
    limit: computed(() => all().length),
    next: () => undefined,
    back: () => undefined,
    reload: () => undefined,
    setLimit: () => undefined,
  };
}
