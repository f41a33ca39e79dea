import { Component, inject, input, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, identityDocumentsList } from '@sampan/web-client';
import { Status, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';

/** Identity documents. Numbers are asked for only when somebody wants to see them: looking is written down. */
@Component({
  selector: 'sp-documents-panel',
  imports: [TranslocoPipe, Status, Waiting],
  template: `
    <section class="sp-card">
      <h2>{{ 'people.document.heading' | transloco }}</h2>
      @if (!shown()) {
        <button type="button" class="sp-button sp-button--secondary sp-no-print" (click)="shown.set(true)">{{ 'people.document.show' | transloco }}</button>
        @if (session.can('person.see-document')) { <p class="sp-hint">{{ 'people.document.written' | transloco }}</p> }
      } @else if (documents.hasValue()) {
        <ul class="sp-list">
          @for (one of documents.value(); track one.id) {
            <li class="sp-row sp-row--apart">
              <span>{{ 'people.documentType.' + one.type | transloco }} <span class="sp-number">{{ one.number ?? '•••' }}</span></span>
              @if (one.status !== 'held') { <sp-status tone="warn">{{ 'people.documentStatus.' + one.status | transloco }}</sp-status> }
            </li>
          } @empty {
            <li class="sp-soft">{{ 'people.document.none' | transloco }}</li>
          }
        </ul>
      } @else {
        <sp-waiting [for]="documents" [lines]="2" />
      }
    </section>
  `,
})
export class DocumentsPanel {
  readonly personId = input.required<string>();
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly shown = signal(false);
  protected readonly documents = resource({
    params: () => (this.shown() ? { personId: this.personId() } : undefined),
    loader: ({ params }) => this.api.invoke(identityDocumentsList, params),
  });
}
