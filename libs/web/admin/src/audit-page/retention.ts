import { Component, inject, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, auditKeep, auditRetention, type RetentionDto } from '@sampan/web-client';
import { action, NumberPipe, ProblemNotice, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';

/** How long which entries are kept. Nobody goes below what a law asks for. */
@Component({
  selector: 'sp-retention',
  imports: [TranslocoPipe, NumberPipe, ProblemNotice, Waiting],
  template: `
    <section class="sp-card">
      <h2>{{ 'admin.audit.retention' | transloco }}</h2>
      <p class="sp-hint">{{ 'admin.audit.retentionHint' | transloco }}</p>
      <sp-problem [of]="keep.problem()" />
      @if (kinds.hasValue()) {
        <ul class="sp-list">
          @for (one of kinds.value(); track one.kind) {
            <li class="sp-row sp-row--apart">
              <span>
                <strong>{{ 'admin.audit.kind.' + one.kind | transloco }}</strong>
                <span class="sp-hint">{{ 'admin.audit.least' | transloco: { months: (one.leastMonths | spNumber) } }}</span>
              </span>
              @if (session.can('audit.retain')) {
                <span class="sp-row">
                  <label class="sp-label" [attr.for]="'keep-' + one.kind">{{ 'admin.audit.months' | transloco }}</label>
                  <input #months [id]="'keep-' + one.kind" class="sp-input" type="number" [min]="one.leastMonths" max="1200" [value]="one.keepMonths" />
                  <button type="button" class="sp-button sp-button--secondary" (click)="keep.run(one, months.valueAsNumber)">
                    {{ 'admin.audit.keep' | transloco }}<span class="sp-visually-hidden"> {{ 'admin.audit.kind.' + one.kind | transloco }}</span>
                  </button>
                </span>
              } @else {
                <span>{{ 'admin.audit.kept' | transloco: { months: (one.keepMonths | spNumber) } }}</span>
              }
            </li>
          }
        </ul>
      } @else {
        <sp-waiting [for]="kinds" [lines]="4" />
      }
    </section>
  `,
  styles: `input { inline-size: 6rem; }`,
})
export class Retention {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly kinds = resource({ loader: () => this.api.invoke(auditRetention) });
  protected readonly keep = action(async ({ kind, version }: RetentionDto, keepMonths: number) => {
    await this.api.invoke(auditKeep, { auditKind: kind, body: { keepMonths, version } });
    this.kinds.reload();
  });
}
