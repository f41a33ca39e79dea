import { booleanAttribute, Component, inject, Injectable, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@sampan/web-kit';

/** Whether the charts of the page are shown as their tables: one key, or one button, for all of them. */
@Injectable()
export class AsTables {
  readonly on = signal(false);

  turn(): void {
    this.on.update((on) => !on);
  }
}

/** A chart and the table that it is drawn from: `<figure chart>` and `<table table>` inside. */
@Component({
  selector: 'sp-chart-frame',
  imports: [TranslocoPipe, Icon],
  host: { class: 'sp-card' },
  template: `
    <div class="head">
      <h2>{{ heading() }}</h2>
      @if (!plain()) {
        <button type="button" class="sp-button sp-button--quiet sp-no-print" [attr.aria-pressed]="tables.on()" aria-keyshortcuts="t" (click)="tables.turn()">
          <sp-icon [name]="tables.on() ? 'chart' : 'list'" /> {{ (tables.on() ? 'ministry.asChart' : 'ministry.asTable') | transloco }}
        </button>
      }
    </div>
    <p class="sp-hint">{{ hint() }}</p>
    <ng-content select="[controls]" />
    <div [hidden]="tables.on() && !plain()"><ng-content select="[chart]" /></div>
    <div class="sp-scroll-x table" tabindex="0" role="region" [attr.aria-label]="heading()" [hidden]="!tables.on() && !plain()"><ng-content select="[table]" /></div>
  `,
  styles: `
    :host { display: block; min-inline-size: 0; }
    .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--sp-2); }
    h2 { margin: 0; font-size: var(--sp-size-h2); }
    .sp-hint { margin-block-end: var(--sp-3); }
    @media print { .table[hidden] { display: block; } }
  `,
})
export class ChartFrame {
  readonly heading = input.required<string>();
  readonly hint = input('');
  /** A table without a chart. */
  readonly plain = input(false, { transform: booleanAttribute });
  protected readonly tables = inject(AsTables);
}
