import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageHeader } from '@sampan/web-kit';

@Component({
  selector: 'sp-not-found-page',
  imports: [RouterLink, TranslocoPipe, PageHeader],
  template: `
    <sp-page-header [heading]="'shell.title.notFound' | transloco" />
    <p>{{ 'shell.error.notFound' | transloco }}</p>
    <a class="sp-button" routerLink="/">{{ 'shell.error.home' | transloco }}</a>
  `,
})
export class NotFoundPage {}

@Component({
  selector: 'sp-not-allowed-page',
  imports: [RouterLink, TranslocoPipe, PageHeader],
  template: `
    <sp-page-header [heading]="'shell.title.notAllowed' | transloco" />
    <p>{{ 'shell.error.notAllowed' | transloco }}</p>
    <a class="sp-button" routerLink="/">{{ 'shell.error.home' | transloco }}</a>
  `,
})
export class NotAllowedPage {}

@Component({
  selector: 'sp-not-loaded-page',
  imports: [TranslocoPipe, PageHeader],
  template: `
    <sp-page-header [heading]="'shell.title.notLoaded' | transloco" />
    <p>{{ 'shell.error.notLoaded' | transloco }}</p>
    <button type="button" class="sp-button" (click)="again()">{{ 'shell.error.again' | transloco }}</button>
  `,
})
export class NotLoadedPage {
  protected again(): void {
    window.location.reload();
  }
}
