import { booleanAttribute, Component, computed, input, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { FieldFrame } from './field-frame';
import { ValueControl } from './value-control';

export interface LookupOption {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly lang?: string | null;
}

const PAUSE_MS = 200;

/** Pick one of very many by typing a part of it (an ARIA combobox). The value is the option, or null. */
@Component({
  selector: 'sp-lookup',
  imports: [FieldFrame, TranslocoPipe],
  templateUrl: './lookup.html',
  styleUrl: './lookup.scss',
})
export class Lookup extends ValueControl<LookupOption> {
  readonly label = input.required<string>();
  readonly hint = input<string | null>('');
  readonly optional = input(false, { transform: booleanAttribute });
  /** Asks the server; called after a pause in typing, with at least `from` characters. */
  readonly search = input.required<(text: string) => PromiseLike<readonly LookupOption[]>>();
  readonly from = input(1);

  protected readonly typed = signal<string | null>(null);
  protected readonly open = signal(false);
  protected readonly at = signal(0);
  private readonly asked = signal('');
  private pause: ReturnType<typeof setTimeout> | undefined;

  protected readonly found = resource({
    params: () => (this.asked().length >= this.from() ? this.asked() : undefined),
    loader: ({ params: text }) => Promise.resolve(this.search()(text)),
  });
  /** What stands in the field has not been asked yet, or not been answered. */
  protected readonly waiting = computed(() => this.found.isLoading() || this.asked() !== (this.typed() ?? '').trim());
  /** Never the answers to an earlier text: a quick hand would pick the wrong one. */
  protected readonly options = computed(() => (this.found.hasValue() && !this.waiting() ? this.found.value() : []));
  protected readonly shown = computed(() => this.typed() ?? this.value()?.label ?? '');
  protected readonly active = computed(() => (this.open() && this.options().length > 0 ? `${this.id}-${this.at()}` : null));

  protected type(text: string): void {
    this.typed.set(text);
    this.open.set(true);
    this.at.set(0);
    if (this.value()) {
      this.change(null);
    }
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.asked.set(text.trim()), PAUSE_MS);
  }

  protected pick(option: LookupOption): void {
    this.change(option);
    this.typed.set(null);
    this.open.set(false);
  }

  protected leave(): void {
    this.open.set(false);
    this.touched();
  }

  protected key(event: KeyboardEvent): void {
    const count = this.options().length;
    const option = this.options()[this.at()];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.open.set(true);
      this.at.update((at) => (count === 0 ? 0 : (at + (event.key === 'ArrowDown' ? 1 : count - 1)) % count));
    } else if (event.key === 'Enter' && this.open()) {
      // While the answer is still on its way, Enter must not send the form around it.
      event.preventDefault();
      if (option) {
        this.pick(option);
      }
    } else if (event.key === 'Escape' && this.open()) {
      event.stopPropagation();
      this.open.set(false);
    }
  }
}
