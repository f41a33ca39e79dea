import { Component, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, openingsList } from '@sampan/web-client';
import { MomentPipe, UserText, Waiting } from '@sampan/web-kit';
import { aboutOf, didOf } from './opening-words';

const LATEST = 5;

/** Who was last in this file, on the file itself. Asked for only when it is wanted: looking is written down too. */
@Component({
  selector: 'sp-openings-panel',
  imports: [RouterLink, TranslocoPipe, MomentPipe, UserText, Waiting],
  template: `
    <section class="sp-card sp-no-print">
      <h2>{{ 'people.title.openings' | transloco }}</h2>
      <details #details (toggle)="asked.set(details.open)">
        <summary>{{ 'people.openings.latest' | transloco }}</summary>
        @if (latest.hasValue()) {
          <ul class="sp-list">
            @for (one of latest.value().items; track one.id) {
              <li>
                @if (one.userName) { <strong [spUserText]="one.userName"></strong> } @else { <strong>{{ 'people.openings.product' | transloco }}</strong> }
                <span class="sp-hint">{{ 'people.openings.did.' + didOf(one.action) | transloco }}: {{ 'people.openings.about.' + aboutOf(one.action) | transloco }} · {{ one.at | spMoment }}</span>
              </li>
            } @empty {
              <li class="sp-soft">{{ 'people.openings.none' | transloco }}</li>
            }
          </ul>
        } @else if (asked()) {
          <sp-waiting [for]="latest" [lines]="2" />
        }
      </details>
      <a [routerLink]="['/people', personId(), 'openings']">{{ 'people.openings.all' | transloco }}</a>
    </section>
  `,
  styles: `summary { min-block-size: var(--sp-target); cursor: pointer; } section > a { display: inline-block; padding-block: var(--sp-2); }`,
})
export class OpeningsPanel {
  readonly personId = input.required<string>();

  private readonly api = inject(Api);
  protected readonly asked = signal(false);
  protected readonly didOf = didOf;
  protected readonly aboutOf = aboutOf;
  protected readonly latest = resource({
    params: () => (this.asked() ? { personId: this.personId(), limit: LATEST } : undefined),
    loader: ({ params }) => this.api.invoke(openingsList, params),
  });
}
