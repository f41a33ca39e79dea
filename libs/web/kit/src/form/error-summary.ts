import { afterNextRender, Component, computed, ElementRef, inject, Injector, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { FormFields } from './form-fields';
import { ProblemWords } from './problem-words';

/** Everything that stands in the way, above the form, each a link to its field. `spForm` brings it. */
@Component({
  selector: 'sp-error-summary',
  imports: [TranslocoPipe, ProblemWords],
  host: { '[hidden]': '!shown()' },
  template: `
    @if (shown()) {
      <div class="box" role="alert" tabindex="-1">
        <h2>{{ 'kit.error.heading' | transloco }}</h2>
        @if (sentence()) { <p>{{ sentence() }}</p> }
        <ul [hidden]="wrong().length === 0">
          @for (field of wrong(); track field.id) {
            <li><a [href]="'#' + field.id" (click)="reach($event, field.id)">{{ field.label() }}{{ asks(field.label()) ? '' : ':' }} <sp-problem-words [of]="field.problem()!" /></a></li>
          }
        </ul>
      </div>
    }
  `,
  styles: `
    :host([hidden]) { display: none; }
    .box { padding: var(--sp-4); border: 3px solid var(--sp-bad); border-radius: var(--sp-radius); background: var(--sp-surface); }
    h2 { font-size: var(--sp-size-large); }
    p { margin-block-end: var(--sp-2); }
    p:has(+ [hidden]) { margin-block-end: 0; }
    ul { margin: 0; padding: 0; list-style: none; }
    li { padding-block: var(--sp-1); }
    a { color: var(--sp-bad); font-weight: 600; }
  `,
})
export class ErrorSummary {
  readonly sentence = input('');
  private readonly fields = inject(FormFields, { optional: true });
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly wrong = computed(() => this.fields?.wrong() ?? []);
  protected readonly shown = computed(() => this.wrong().length > 0 || this.sentence() !== '');

  /** A label that is a question has its mark already. */
  protected asks(label: string): boolean {
    return /[?？]$/.test(label.trimEnd());
  }

  focus(): void {
    afterNextRender({ read: () => this.host.nativeElement.querySelector<HTMLElement>('.box')?.focus() }, { injector: this.injector });
  }

  protected reach(event: Event, id: string): void {
    event.preventDefault();
    const field = document.getElementById(id);
    const target = field?.matches('input, select, textarea, button') ? field : field?.querySelector<HTMLElement>('input, select, textarea, button');
    target?.focus();
    target?.scrollIntoView({ block: 'center' });
  }
}
