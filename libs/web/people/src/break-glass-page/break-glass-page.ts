import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageHeader } from '@sampan/web-kit';
import { AskAccess } from './ask-access';
import { OwnAccesses } from './own-accesses';

/** Sight of one person outside the reach, for some hours: what was asked for, and asking. */
@Component({
  selector: 'sp-break-glass-page',
  imports: [TranslocoPipe, AskAccess, OwnAccesses, PageHeader],
  template: `
    <sp-page-header [heading]="'people.title.breakGlass' | transloco"><p class="sp-soft">{{ 'people.breakGlass.intro' | transloco }}</p></sp-page-header>
    <div class="sp-stack">
      <sp-ask-access (opened)="own.reload()" />
      <sp-own-accesses #own />
    </div>
  `,
})
export class BreakGlassPage {}
