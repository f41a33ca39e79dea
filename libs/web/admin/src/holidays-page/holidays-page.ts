import { Component, computed, inject, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, type ValidatorFn, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, holidaysAdd, holidaysChange, type HolidayDto, holidaysList, holidaysRemove } from '@sampan/web-client';
import { action, Asking, Checkbox, Column, Control, DateField, DayPipe, dayWords, Field, FilterChips, type KnownDay, PageHeader, plainRows, ProblemNotice, Radios, SpForm, Status, Table, urlState, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { choicesOf, LOCALES } from '../words/choices';
import { mintedId } from '../words/minted-id';
import { Places } from '../words/places';
import { HolidayFile } from './holiday-file';

type Names = Record<(typeof LOCALES)[number], FormControl<string>>;

const text = (...validators: ValidatorFn[]) => new FormControl('', { nonNullable: true, validators: [...validators, Validators.maxLength(200)] });

/** The days of a year on which a country or a centre rests, or works although others rest. */
@Component({
  selector: 'sp-holidays-page',
  imports: [ReactiveFormsModule, TranslocoPipe, Checkbox, Column, Control, DateField, DayPipe, Field, FilterChips, HolidayFile, PageHeader, ProblemNotice, Radios, SpForm, Status, Table, Waiting],
  templateUrl: './holidays-page.html',
  styles: `.choice { align-items: end; } .choice label { row-gap: 0; }`,
})
export class HolidaysPage {
  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly places = inject(Places);
  protected readonly locales = LOCALES;
  protected readonly thisYear = new Date().getFullYear();
  protected readonly filters = urlState({ country: this.session.who()?.centres[0]?.country ?? 'KH', year: this.thisYear });
  protected readonly years = computed(() => [this.thisYear - 1, this.thisYear, this.thisYear + 1, this.thisYear + 2].map((year) => ({ value: String(year), label: dayWords(String(year), this.transloco.activeLang()) })));
  protected readonly kinds = choicesOf(['rest', 'work'], 'admin.holiday.kind.');
  protected readonly days = resource({ params: () => this.filters.value(), loader: ({ params }) => this.api.invoke(holidaysList, params) });
  /** Without a day that may be changed there is no column for it. */
  protected readonly changeable = computed(() => this.days.hasValue() && this.days.value().some((day) => this.mayWrite(day)));
  protected readonly rows = plainRows(() => (this.days.hasValue() ? this.days.value() : []));
  /** A whole country's days are for those who look after more than a centre. */
  protected readonly whole = computed(() => this.session.who()?.reach === 'all' || this.session.who()?.reach === 'country');
  protected readonly centres = computed(() => this.places.centres().filter(({ country }) => country === this.filters.value().country));
  /** The day being written: a known one, a new one, or none. */
  protected readonly editing = signal<HolidayDto | 'new' | null>(null);
  protected readonly form = new FormGroup({
    day: new FormControl<KnownDay | null>(null, Validators.required),
    kind: new FormControl<HolidayDto['kind']>('rest', { nonNullable: true }),
    centreId: new FormControl('', { nonNullable: true }),
    names: new FormGroup<Names>({ en: text(Validators.required), km: text(), th: text(), zh: text(), id: text() }),
    provisional: new FormControl(false, { nonNullable: true }),
    source: new FormControl('', { nonNullable: true, validators: Validators.maxLength(300) }),
  });

  protected readonly save = action(async () => {
    const { day, names, source, centreId, ...rest } = this.form.getRawValue();
    const written = Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim() !== ''));
    const body = { ...rest, day: day?.date ?? '', names: { en: names.en, ...written }, source: source.trim() || null };
    const known = this.editing();
    await (known && known !== 'new'
      ? this.api.invoke(holidaysChange, { holidayId: known.id, body: { ...body, version: known.version } })
      : this.api.invoke(holidaysAdd, { body: { ...body, id: mintedId(), country: this.filters.value().country, centreId: centreId || null } }));
    this.editing.set(null);
    this.days.reload();
  });

  protected readonly remove = action(async (day: HolidayDto) => {
    const [heading, confirm] = [this.name(day), this.transloco.translate('admin.holiday.remove')];
    if (await this.asking.confirm({ heading, text: this.transloco.translate('admin.holiday.removeText'), confirm, danger: true })) {
      await this.api.invoke(holidaysRemove, { holidayId: day.id });
      this.days.reload();
    }
  });

  protected name({ names }: HolidayDto): string {
    return names[this.transloco.activeLang()] ?? names['en'] ?? '';
  }

  protected mayWrite(day: HolidayDto): boolean {
    return this.session.can('holiday.write') && (this.whole() || day.centreId !== null);
  }

  protected edit(day: HolidayDto | 'new'): void {
    this.save.forget();
    this.form.reset({ kind: 'rest', centreId: this.whole() ? '' : (this.centres()[0]?.id ?? '') });
    if (day !== 'new') {
      this.form.patchValue({ day: { date: day.day, precision: 'day' }, kind: day.kind, centreId: day.centreId ?? '', names: day.names, provisional: day.provisional, source: day.source ?? '' });
    }
    this.editing.set(day);
  }
}
