import { Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, programmesList } from '@sampan/web-client';
import { Column, NumberPipe, PageHeader, plainRows, Status, Table, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { OwnLanguagePipe } from '../own-language';
import { VERSION_TONES } from '../states';

/** The catalogue of programmes; each line shows its newest version. */
@Component({
  selector: 'sp-programmes-page',
  imports: [RouterLink, TranslocoPipe, Column, NumberPipe, OwnLanguagePipe, PageHeader, Status, Table, Waiting],
  templateUrl: './programmes-page.html',
})
export class ProgrammesPage {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly tones = VERSION_TONES;
  protected readonly programmes = resource({ loader: () => this.api.invoke(programmesList, {}) });
  protected readonly rows = plainRows(() =>
    (this.programmes.hasValue() ? this.programmes.value() : []).flatMap(({ id, code, versions: [newest] }) => (newest ? [{ id, code, newest }] : [])),
  );
}
