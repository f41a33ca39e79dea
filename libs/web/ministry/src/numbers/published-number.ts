import { Component, input } from '@angular/core';
import type { PublishedNumberDto } from '@sampan/web-client';
import { NumberWordsPipe, WhyPipe, type NumberKind } from './number-words';

/** A published number; a suppressed one with the reason in words, never a blank. */
@Component({
  selector: 'sp-published-number',
  imports: [NumberWordsPipe, WhyPipe],
  template: `<span class="figure">{{ of() | ministryNumber: kind() }}</span>@if (of() | ministryWhy; as why) { <span class="why">{{ why }}</span> }`,
  styles: `
    .figure { font-variant-numeric: tabular-nums; white-space: nowrap; }
    .why { display: block; max-inline-size: 18rem; color: var(--sp-ink-soft); font-size: var(--sp-size-small); font-weight: 400; line-height: 1.35; text-wrap: pretty; }
    :host-context(:lang(km)) .why, :host-context(:lang(th)) .why { line-height: 1.7; }
  `,
})
export class PublishedNumber {
  readonly of = input.required<PublishedNumberDto | null | undefined>();
  readonly kind = input<NumberKind>('count');
}
