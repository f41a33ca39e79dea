import { Component, inject, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, auditNewestSeal } from '@sampan/web-client';
import { Fact, MomentPipe, Summary, Waiting } from '@sampan/web-kit';

/** What an auditor writes down: with it, nobody can make the chain anew unseen. */
@Component({
  selector: 'sp-newest-seal',
  imports: [TranslocoPipe, Fact, MomentPipe, Summary, Waiting],
  template: `
    <section class="sp-card">
      <h2>{{ 'admin.audit.seal' | transloco }}</h2>
      <p class="sp-hint">{{ 'admin.audit.sealHint' | transloco }}</p>
      @if (seal.hasValue()) {
        @if (seal.value().hash) {
          <sp-summary>
            <sp-fact [label]="'admin.audit.sealText' | transloco"><code>{{ seal.value().number }}:{{ seal.value().hash }}</code></sp-fact>
            <sp-fact [label]="'admin.audit.sealedAt' | transloco">{{ seal.value().sealedAt | spMoment }}</sp-fact>
          </sp-summary>
        } @else {
          <p class="sp-soft">{{ 'admin.audit.sealNone' | transloco }}</p>
        }
      } @else {
        <sp-waiting [for]="seal" [lines]="2" />
      }
    </section>
  `,
  styles: `code { overflow-wrap: anywhere; }`,
})
export class NewestSeal {
  private readonly api = inject(Api);
  protected readonly seal = resource({ loader: () => this.api.invoke(auditNewestSeal) });
}
