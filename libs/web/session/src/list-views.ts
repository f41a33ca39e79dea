import { Component, computed, inject, input, resource, signal, viewChild } from '@angular/core';
import { Api, type SavedViewDto, savedViewsAdd, savedViewsChange, savedViewsList, savedViewsRemove } from '@sampan/web-client';
import { action, type FilteredRows, SavedViews, type UrlState, type ViewLine, type ViewToKeep } from '@sampan/web-kit';
import { TranslocoService } from '@jsverse/transloco';
import { Session } from './session';

type State = Readonly<Record<string, string | boolean>>;

const isSame = (one: unknown, other: unknown): boolean => String(one ?? '') === String(other ?? '');

/**
 * The saved views of a list, mine and my centre's: `<sp-list-views tools list="cases" [of]="list" [filters]="filters" [keeps]="['owner', 'stage']" />`
 * in a `<sp-table>`. How many rows each shows is counted when somebody looks.
 */
@Component({
  selector: 'sp-list-views',
  imports: [SavedViews],
  template: `
    <sp-saved-views [views]="lines()" [current]="current()" [sharedWith]="centre()?.name ?? null" [problem]="keep.problem() ?? remove.problem()"
      (opened)="count()" (chosen)="show($event)" (kept)="keep.run($event)" (deleted)="remove.run($event)" />
  `,
})
export class ListViews<T, S extends object> {
  readonly list = input.required<SavedViewDto['list']>();
  readonly of = input.required<FilteredRows<T, S>>();
  readonly filters = input.required<UrlState<S>>();
  /** The filters that a view keeps: never one into which somebody types. */
  readonly keeps = input.required<readonly (keyof S & string)[]>();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly transloco = inject(TranslocoService);
  private readonly widget = viewChild.required(SavedViews);
  private readonly counts = signal<ReadonlyMap<string, string>>(new Map());
  private readonly known = resource({
    params: () => ({ list: this.list() }),
    loader: ({ params }) => this.api.invoke(savedViewsList, params),
  });
  private readonly views = computed(() => (this.known.hasValue() ? this.known.value() : []));
  /** Whoever works at one centre shares with it; whoever oversees several has no one centre to share with. */
  protected readonly centre = computed(() => {
    const centres = this.session.who()?.centres ?? [];
    return centres.length === 1 ? centres[0]! : null;
  });
  private readonly present = computed<State>(() => Object.fromEntries(this.keeps().map((key) => [key, this.filters().value()[key] as string | boolean])));
  protected readonly current = computed(() => this.views().find(({ state }) => this.keeps().every((key) => isSame((state as State)[key], this.present()[key])))?.id ?? null);
  protected readonly lines = computed<readonly ViewLine[]>(() =>
    this.views().map(({ id, name, mine, centreId }) => ({ id, name, mine, shared: centreId !== null, count: this.counts().get(id) ?? null })),
  );

  protected show({ id }: ViewLine): void {
    this.filters().only(this.stateOf(id) as Partial<S>);
  }

  protected count(): void {
    for (const { id } of this.views()) {
      void this.of()
        .count(this.stateOf(id) as Partial<S>)
        .then(({ rows, more }) => this.counts.update((counts) => new Map(counts).set(id, this.figures(rows) + (more ? '+' : ''))))
        .catch(() => undefined);
    }
  }

  protected readonly keep = action(async ({ id, name, shared }: ViewToKeep) => {
    const centreId = shared ? (this.centre()?.id ?? null) : null;
    const former = this.views().find((view) => view.id === id);
    if (former) {
      await this.api.invoke(savedViewsChange, { savedViewId: former.id, body: { name, centreId, version: former.version } });
    } else {
      await this.api.invoke(savedViewsAdd, { body: { list: this.list(), name, state: this.present(), centreId } });
    }
    this.finish();
  });

  protected readonly remove = action(async ({ id }: ViewLine) => {
    await this.api.invoke(savedViewsRemove, { savedViewId: id });
    this.finish();
  });

  private finish(): void {
    this.widget().done();
    this.known.reload();
  }

  /** Only the filters that the list has now: one that was taken away since is left out. */
  private stateOf(id: string): State {
    const state = (this.views().find((view) => view.id === id)?.state ?? {}) as State;
    return Object.fromEntries(this.keeps().flatMap((key) => (key in state ? [[key, state[key]!]] : [])));
  }

  private figures(rows: number): string {
    return new Intl.NumberFormat(this.transloco.activeLang()).format(rows);
  }
}
