import { computed, DestroyRef, inject, Injectable, signal, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';

type Plain = string | number | boolean | readonly string[];

export interface UrlState<S> {
  readonly value: Signal<S>;
  /** How many differ from the beginning: for "clear 3 filters". */
  readonly changed: Signal<number>;
  set(patch: Partial<S>): void;
  /** From the beginning, with nothing but this. */
  only(patch: Partial<S>): void;
  clear(): void;
}

/** What must come back with the Back button and yet may not stand in an address (a name being searched). Emptied at sign-out. */
@Injectable({ providedIn: 'root' })
export class UnwrittenState {
  private readonly kept = new Map<string, Record<string, Plain>>();

  of(path: string): Record<string, Plain> {
    return this.kept.get(path) ?? {};
  }

  keep(path: string, state: Record<string, Plain>): void {
    this.kept.set(path, state);
  }

  forget(): void {
    this.kept.clear();
  }
}

const read = (text: string | null, model: Plain): Plain => {
  if (text === null) {
    return model;
  }
  if (Array.isArray(model)) {
    return text === '' ? [] : text.split(',');
  }
  return typeof model === 'number' ? Number(text) : typeof model === 'boolean' ? text === 'true' : text;
};

/**
 * The state of a list (filters, sort, view) in the address, so that it can be sent, bookmarked and gone back to.
 * Names of people never: list such keys in `unwritten`.
 */
export function urlState<S extends object>(initial: S, options: { readonly unwritten?: readonly (keyof S & string)[] } = {}): UrlState<S> {
  const [route, router, kept] = [inject(ActivatedRoute), inject(Router), inject(UnwrittenState)];
  const path = router.url.split('?')[0] ?? '';
  const secret = new Set<string>(options.unwritten ?? []);
  const start = initial as Record<string, Plain>;
  const query = toSignal(route.queryParamMap, { initialValue: route.snapshot.queryParamMap });
  const here = signal<Record<string, Plain>>(kept.of(path));
  let left = false;
  inject(DestroyRef).onDestroy(() => {
    left = true;
    kept.keep(path, here());
  });
  /** Somebody who typed and at once pressed a link is on the way there: writing our address now would call them back. */
  const isLeaving = (): boolean => {
    const way = router.currentNavigation();
    return left || (way !== null && router.serializeUrl(way.finalUrl ?? way.extractedUrl).split('?')[0] !== path);
  };

  const value = computed(() => {
    const map = query();
    const written = Object.entries(start).map(([key, model]) => [key, secret.has(key) ? (here()[key] ?? model) : read(map.get(key), model)]);
    return Object.fromEntries(written) as S;
  });
  const isStart = (key: string, one: Plain): boolean => String(one) === String(start[key]);

  const set = (patch: Partial<S>): void => {
    const entries = Object.entries(patch as Record<string, Plain>);
    here.update((state) => ({ ...state, ...Object.fromEntries(entries.filter(([key]) => secret.has(key))) }));
    const open = entries.filter(([key]) => !secret.has(key));
    if (open.length > 0 && !isLeaving()) {
      const queryParams = Object.fromEntries(open.map(([key, one]) => [key, isStart(key, one) ? null : String(one)]));
      void router.navigate([], { relativeTo: route, queryParams, queryParamsHandling: 'merge', replaceUrl: true });
    }
  };
  return {
    value,
    changed: computed(() => Object.entries(value() as Record<string, Plain>).filter(([key, one]) => !isStart(key, one)).length),
    set,
    only: (patch) => set({ ...initial, ...patch }),
    clear: () => set(initial),
  };
}
