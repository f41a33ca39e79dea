import { Component, inject, resource } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, instrumentsGet, instrumentsList, type LocalisedTextDto } from '@sampan/web-client';
import { Waiting } from '@sampan/web-kit';

/** The screening form that every node has, what it is and what it is not, and its items to read before anybody is asked them. */
@Component({
  selector: 'sp-sample-screening',
  imports: [TranslocoPipe, Waiting],
  template: `
    <section class="sp-card">
      <h2>{{ 'admin.start.screening' | transloco }}</h2>
      @if (form.hasValue()) {
        @let one = form.value();
        <p>{{ 'admin.start.screeningWhat' | transloco: { title: spoken(one.title), version: one.version, items: one.items.length } }}</p>
        <p>{{ 'admin.start.screeningNot' | transloco }}</p>
        <details>
          <summary>{{ 'admin.start.screeningRead' | transloco }}</summary>
          @for (section of one.sections; track section.code) {
            <h3>{{ spoken(section.text) }}</h3>
            <ul>
              @for (item of one.items; track item.code) { @if (item.section === section.code) { <li>{{ spoken(item.text) }}</li> } }
            </ul>
          }
          <h3>{{ 'admin.start.sources' | transloco }}</h3>
          <ul>
            @for (source of one.sources; track source.key) { <li lang="en">{{ source.publisher }} ({{ source.year }}): {{ source.title }}</li> }
          </ul>
        </details>
      } @else {
        <sp-waiting [for]="form" />
      }
    </section>
  `,
  styles: `summary { min-block-size: 2.75rem; align-content: center; cursor: pointer; }`,
})
export class SampleScreening {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly form = resource({
    loader: async () => {
      const versions = await this.api.invoke(instrumentsList);
      const newest = versions.filter(({ status }) => status === 'published').sort((a, b) => b.version - a.version)[0];
      return this.api.invoke(instrumentsGet, { instrumentId: newest?.id ?? '' });
    },
  });

  protected spoken(text: LocalisedTextDto): string {
    return text[this.transloco.activeLang() as keyof LocalisedTextDto] ?? text.en;
  }
}
