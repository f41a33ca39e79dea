import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';

/** Search and filters above a list, with one way to clear them all. */
@Component({
  selector: 'sp-filter-bar',
  imports: [TranslocoPipe, Icon],
  host: { role: 'search', class: 'sp-no-print', '[attr.aria-label]': 'label()' },
  template: `
    <ng-content />
    @if (changed() > 0) {
      <button type="button" class="sp-button sp-button--quiet" (click)="cleared.emit()"><sp-icon name="close" />{{ 'kit.filters.clear' | transloco }}</button>
    }
  `,
  styles: `:host { display: flex; flex-wrap: wrap; align-items: flex-end; gap: var(--sp-3) var(--sp-5); margin-block-end: var(--sp-4); }`,
})
export class FilterBar {
  readonly label = input.required<string>();
  readonly changed = input(0);
  readonly cleared = output();
}
