import { Component, computed, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, auditSearch, type SearchAuditDto } from '@sampan/web-client';
import { Column, Control, DateField, Field, MomentPipe, PageHeader, pagedList, SpForm, Table, UserText, type KnownDay } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { AuditExport } from './audit-export';
import { NewestSeal } from './newest-seal';
import { detailsOf } from './details';
import { dayAfter, startOf } from './moments';
import { Retention } from './retention';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Who did what. Searched by time, by whom, about what and by action; people are ids here and never names. */
@Component({
  selector: 'sp-audit-page',
  imports: [ReactiveFormsModule, TranslocoPipe, AuditExport, Column, Control, DateField, Field, MomentPipe, NewestSeal, PageHeader, Retention, SpForm, Table, UserText],
  templateUrl: './audit-page.html',
  styles: `
    .filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: var(--sp-5); align-items: end; }
    .id { font-size: var(--sp-size-small); overflow-wrap: anywhere; }
  `,
})
export class AuditPage {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly form = new FormGroup({
    from: new FormControl<KnownDay | null>(null),
    until: new FormControl<KnownDay | null>(null),
    doneBy: new FormControl('', { nonNullable: true, validators: [Validators.pattern(UUID)] }),
    about: new FormControl('', { nonNullable: true, validators: [Validators.pattern(UUID)] }),
    action: new FormControl('', { nonNullable: true, validators: [Validators.pattern(/^[a-z0-9.-]*$/), Validators.maxLength(60)] }),
  });
  private readonly query = signal<SearchAuditDto>({});
  protected readonly list = pagedList({
    params: () => ({ query: this.query() }),
    load: ({ query, ...page }) => this.api.invoke(auditSearch, { body: { ...query, ...page } }),
  });
  protected readonly filtered = computed(() => Object.keys(this.query()).length > 0);

  protected search(): void {
    const { from, until, doneBy, about, action } = this.form.getRawValue();
    this.query.set({
      ...(from ? { from: startOf(from.date) } : {}),
      ...(until ? { until: startOf(dayAfter(until.date)) } : {}),
      ...(doneBy ? { doneBy } : {}),
      ...(about ? { about } : {}),
      ...(action ? { action } : {}),
    });
  }

  protected only(filter: 'doneBy' | 'about', id: string): void {
    this.form.patchValue({ [filter]: id });
    this.search();
  }

  protected clear(): void {
    this.form.reset();
    this.query.set({});
  }

  protected readonly detailsOf = detailsOf;
}
