import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, importsMap, type ColumnMappingDto, type ImportDto } from '@sampan/web-client';
import { action, ProblemNotice, UserText } from '@sampan/web-kit';

type Target = ColumnMappingDto['target'];
const TARGETS: readonly Target[] = [
  'fullName', 'familyName', 'givenName', 'latinName', 'nickname', 'sex', 'birthDate', 'age', 'nationality', 'language', 'phone', 'documentNumber', 'address', 'externalId',
];

/** What each column of the file means, beside its first values. It is remembered for the next register of this kind. */
@Component({
  selector: 'sp-column-mapping',
  imports: [TranslocoPipe, ProblemNotice, UserText],
  templateUrl: './column-mapping.html',
  styleUrl: './column-mapping.scss',
})
export class ColumnMapping {
  readonly batch = input.required<ImportDto>();
  readonly mapped = output();

  private readonly api = inject(Api);
  protected readonly targets = TARGETS;
  protected readonly chosen = linkedSignal<Readonly<Record<number, Target>>>(() => Object.fromEntries(this.batch().mapping.map(({ column, target }) => [column, target])));
  protected readonly columns = computed(() =>
    this.batch().columns.map((name, place) => ({ name, place, values: this.batch().sample.map((row) => row[place] ?? '').filter(Boolean).slice(0, 3) })),
  );

  protected choose(place: number, target: string): void {
    this.chosen.update((chosen) => {
      const { [place]: _, ...others } = chosen;
      return target ? { ...others, [place]: target as Target } : others;
    });
  }

  protected readonly check = action(async () => {
    const mapping = Object.entries(this.chosen()).map(([column, target]) => ({ column: Number(column), target }));
    await this.api.invoke(importsMap, { importId: this.batch().id, body: { mapping } });
    this.mapped.emit();
  });
}
