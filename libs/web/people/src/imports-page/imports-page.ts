import { Component, effect, inject, resource } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, importsList, importsUpload } from '@sampan/web-client';
import { action, Column, Control, Field, FileField, MomentPipe, NumberPipe, PageHeader, plainRows, SpForm, Status, Table } from '@sampan/web-kit';
import { ClosedCentre } from '@sampan/web-parts';
import { Session } from '@sampan/web-session';
import { mintedId } from '../person-words/minted-id';

/** Registers that were brought, and bringing the next one. */
@Component({
  selector: 'sp-imports-page',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, ClosedCentre, Column, Control, Field, FileField, MomentPipe, NumberPipe, PageHeader, SpForm, Status, Table],
  templateUrl: './imports-page.html',
})
export class ImportsPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly centres = this.session.openCentres;
  private readonly imports = resource({ loader: () => this.api.invoke(importsList) });
  protected readonly list = plainRows(() => (this.imports.hasValue() ? this.imports.value() : []));
  protected readonly form = new FormGroup({
    centreId: new FormControl('', { nonNullable: true, validators: Validators.required }),
    file: new FormControl<File | null>(null, Validators.required),
  });

  constructor() {
    effect(() => {
      const [first] = this.centres();
      if (first && !this.form.controls.centreId.value) {
        this.form.controls.centreId.setValue(first.id);
      }
    });
  }

  protected readonly upload = action(async () => {
    const { centreId, file } = this.form.getRawValue();
    if (file) {
      const { id } = await this.api.invoke(importsUpload, { body: { id: mintedId(), centreId, file } });
      await this.router.navigate(['/people/imports', id]);
    }
  });
}
