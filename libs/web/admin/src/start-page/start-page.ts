import { Component, computed, inject, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, type SampleDto, startingProgrammesBegin, startingProgrammesList } from '@sampan/web-client';
import { action, Checkboxes, type Choice, Notice, PageHeader, SpForm, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { SampleScreening } from './sample-screening';

/** What a new node can begin with: sample programmes to choose from, the screening form, and what usually comes next. */
@Component({
  selector: 'sp-start-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, Checkboxes, Notice, PageHeader, SampleScreening, SpForm, Waiting],
  templateUrl: './start-page.html',
})
export class StartPage {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly samples = resource({ loader: () => this.api.invoke(startingProgrammesList) });
  protected readonly form = new FormGroup({ codes: new FormControl<readonly string[]>([], { nonNullable: true, validators: Validators.required }) });
  protected readonly taken = signal(0);
  protected readonly free = computed(() => this.choices((sample) => !sample.taken));
  protected readonly there = computed(() => this.choices((sample) => sample.taken));

  protected readonly begin = action(async () => {
    const { codes } = this.form.getRawValue();
    this.samples.set(await this.api.invoke(startingProgrammesBegin, { body: { codes: [...codes] } }));
    this.taken.set(codes.length);
    this.form.reset();
  });

  private choices(wanted: (sample: SampleDto) => boolean): Choice[] {
    const language = this.transloco.activeLang() as keyof SampleDto['names'];
    return (this.samples.hasValue() ? this.samples.value() : []).filter(wanted).map(({ code, names, hours, field, occupations }) => ({
      value: code,
      label: names[language],
      hint: [
        this.transloco.translate('admin.start.hours', { hours }, language),
        ...new Set([field.names[language], ...occupations.map((one) => one.names[language])]),
      ].join(' · '),
    }));
  }
}
