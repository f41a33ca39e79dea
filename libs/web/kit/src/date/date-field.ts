import { afterNextRender, booleanAttribute, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { AbstractControl, ValidationErrors } from '@angular/forms';
import { FieldFrame } from '../form/field-frame';
import { ValueControl } from '../form/value-control';
import { dayWords } from '../texts/day-words';
import { todayHere } from './today';
import { readAge, readDay, writeDay, type KnownDay, type WrittenDay } from './written-day';

/**
 * A date in three boxes, in any script's digits, in either era; what was understood is echoed in words.
 * The value is a `KnownDay` (ISO date and how exactly it is known) or null. A half-filled field makes the form invalid
 * with the error `date`.
 */
@Component({
  selector: 'sp-date-field',
  imports: [FieldFrame, TranslocoPipe],
  templateUrl: './date-field.html',
  styleUrl: './date-field.scss',
})
export class DateField extends ValueControl<KnownDay> {
  readonly label = input.required<string>();
  readonly hint = input<string | null>('');
  readonly optional = input(false, { transform: booleanAttribute });
  /** A year alone, or a month and a year, will do. */
  readonly partial = input(false, { transform: booleanAttribute });
  /** Offers "only about how old" as well; needs `today` (ISO, at the centre) to reckon from. */
  readonly ageToo = input(false, { transform: booleanAttribute });
  readonly today = input(todayHere());

  protected readonly parts = ['day', 'month', 'year'] as const;
  private readonly transloco = inject(TranslocoService);
  protected readonly thai = computed(() => this.transloco.activeLang() === 'th');
  private readonly typing = signal<WrittenDay | null>(null);
  protected readonly written = computed(() => this.typing() ?? writeDay(this.value()?.date, this.thai()));
  protected readonly byAge = linkedSignal(() => this.value()?.precision === 'estimated-age');
  private readonly typedAge = signal<string | null>(null);
  protected readonly age = computed(() => this.typedAge() ?? String(this.value()?.age ?? ''));
  protected readonly read = computed(() => readDay(this.written(), this.partial()));
  private readonly left = signal(false);
  protected readonly wrongPart = computed(() => {
    const read = this.read();
    return this.left() && read.kind === 'refused' ? read.part : null;
  });
  protected readonly echo = computed(() => {
    const known = this.value();
    return known ? dayWords(known.date, this.transloco.activeLang(), { era: true }) : '';
  });
  protected readonly otherEra = computed(() => {
    const read = this.read();
    return read.kind === 'known' && read.buddhist ? read.known.date.slice(0, 4) : '';
  });

  constructor() {
    super();
    afterNextRender(() => this.control?.control?.addValidators(this.complete));
  }

  override writeValue(value: KnownDay | null): void {
    super.writeValue(value);
    this.typing.set(null);
    this.typedAge.set(null);
  }

  protected write(part: keyof WrittenDay, text: string): void {
    this.typing.set({ ...this.written(), [part]: text });
    const read = this.read();
    this.change(read.kind === 'known' ? read.known : null);
  }

  protected writeAge(text: string): void {
    this.typedAge.set(text);
    this.change(readAge(text, this.today()));
  }

  protected useAge(yes: boolean): void {
    this.typing.set(null);
    this.typedAge.set(null);
    this.change(null);
    this.byAge.set(yes);
  }

  protected leave(event: FocusEvent): void {
    if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) {
      this.left.set(true);
      this.touched();
      this.control?.control?.updateValueAndValidity();
    }
  }

  private readonly complete = (_: AbstractControl): ValidationErrors | null => {
    const halfDate = !this.byAge() && this.read().kind === 'refused';
    const badAge = this.byAge() && this.age().trim() !== '' && !this.value();
    return halfDate || badAge ? { date: true } : null;
  };
}
