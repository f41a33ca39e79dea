import { afterRenderEffect, Component, computed, DOCUMENT, inject, input, signal, type Resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { PROBLEM_TEXT } from '../asking/problem-text';

/**
 * What a page shows while its resource has no value: a calm skeleton of the right height, or why it failed and a way to try again.
 * `@if (cohort.hasValue()) { … } @else { <sp-waiting [for]="cohort" /> }`
 */
@Component({
  selector: 'sp-waiting',
  imports: [TranslocoPipe],
  template: `
    @if (failed()) {
      <div class="sp-card" role="alert">
        @if (alone()) { <h1 tabindex="-1">{{ 'kit.notShown' | transloco }}</h1> }
        <p>{{ words() }}</p>
        @if (gone()) {
          <button type="button" class="sp-button sp-button--secondary" (click)="back()">{{ 'kit.back' | transloco }}</button>
        } @else {
          <button type="button" class="sp-button sp-button--secondary" (click)="again()">{{ 'kit.retry' | transloco }}</button>
        }
      </div>
    } @else {
      <div role="status">
        <span class="sp-visually-hidden">{{ 'kit.loading' | transloco }}</span>
        @for (line of widths(); track $index) { <span class="sp-skeleton" [style.inline-size.%]="line"></span> }
      </div>
    }
  `,
  styles: `.sp-skeleton { block-size: 1.25rem; margin-block-end: var(--sp-4); }`,
})
export class Waiting {
  readonly for = input.required<Resource<unknown>>();
  readonly lines = input(5);
  private readonly problems = inject(PROBLEM_TEXT, { optional: true });
  protected readonly failed = computed(() => this.for().error() !== undefined);
  /** It does not exist, or not for this user: trying again would not help. */
  protected readonly gone = computed(() => (this.for().error() as { status?: number } | undefined)?.status === 404);
  protected readonly words = computed(() => this.problems?.text(this.for().error()) ?? '');
  protected readonly widths = computed(() => Array.from({ length: this.lines() }, (_, line) => [45, 90, 75, 85, 60][line % 5]));

  /** The heading of a page comes with what it shows: where nothing is shown, this is the page. */
  protected readonly alone = signal(false);

  constructor() {
    const document = inject(DOCUMENT);
    afterRenderEffect(() => {
      if (this.failed()) {
        this.alone.set(document.querySelector('main h1:not(sp-waiting h1)') === null);
      }
    });
  }

  protected back(): void {
    window.history.back();
  }

  protected again(): void {
    const resource = this.for();
    if ('reload' in resource && typeof resource.reload === 'function') {
      resource.reload();
    }
  }
}
