import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, openingsList } from '@sampan/web-client';
import { Column, MomentPipe, PageHeader, pagedList, Status, Table, type Tone, UserText } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { aboutOf, didOf, type Did } from './opening-words';

const TONES: Readonly<Record<Did, Tone>> = { opened: 'neutral', openedSensitive: 'warn', copied: 'info', changed: 'info' };

/** Who opened or changed a person's file. It names the person by nothing: whoever reads it knows whom they asked about. */
@Component({
  selector: 'sp-openings-page',
  imports: [TranslocoPipe, Column, MomentPipe, PageHeader, Status, Table, UserText],
  templateUrl: './openings-page.html',
})
export class OpeningsPage {
  readonly personId = input.required<string>();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly transloco = inject(TranslocoService);
  protected readonly tones = TONES;
  protected readonly didOf = didOf;
  protected readonly aboutOf = aboutOf;
  /** Back to the file, for those who may see it. */
  protected readonly crumbs = computed(() => {
    this.transloco.activeLang();
    const [key, link] = this.session.can('person.read') ? ['people.openings.back', `/people/${this.personId()}`] : ['people.openings.another', '/people/who-opened'];
    return [{ label: this.transloco.translate(key), link }];
  });
  protected readonly list = pagedList({
    params: () => ({ personId: this.personId() }),
    load: (request) => this.api.invoke(openingsList, request),
  });
}
