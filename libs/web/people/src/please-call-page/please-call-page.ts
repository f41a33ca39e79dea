import { Component, inject, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, pleaseCallsList, pleaseCallsPassOn, type PleaseCallDto } from '@sampan/web-client';
import { action, DayPipe, Empty, PageHeader, ProblemNotice, Waiting } from '@sampan/web-kit';
import { PersonLine } from '@sampan/web-parts';
import { Session } from '@sampan/web-session';

/** People whom a worker asks to be called. It never says why: that is nobody's business here. */
@Component({
  selector: 'sp-please-call-page',
  imports: [TranslocoPipe, DayPipe, Empty, PageHeader, PersonLine, ProblemNotice, Waiting],
  template: `
    <sp-page-header [heading]="'people.title.pleaseCall' | transloco"><p class="sp-soft">{{ 'people.pleaseCall.intro' | transloco }}</p></sp-page-header>
    <sp-problem [of]="done.problem()" />
    @if (calls.hasValue()) {
      <ul class="sp-list sp-card">
        @for (call of calls.value(); track call.id) {
          <li class="sp-row sp-row--apart">
            <sp-person-line [person]="{ id: call.personId, fullName: call.fullName, latinName: call.latinName, reference: call.reference }" />
            <span class="sp-row sp-row--apart end">
              <span class="sp-soft">{{ 'people.pleaseCall.by' | transloco: { day: (call.dueOn | spDay) } }}</span>
              @if (session.can('please-call.done')) {
                <button type="button" class="sp-button sp-button--secondary" (click)="done.run(call)">
                  {{ 'people.pleaseCall.done' | transloco }}<span class="sp-visually-hidden"> {{ call.reference }}</span>
                </button>
              }
            </span>
          </li>
        } @empty {
          <li><sp-empty [text]="'people.pleaseCall.none' | transloco" icon="phone" /></li>
        }
      </ul>
    } @else {
      <sp-waiting [for]="calls" />
    }
  `,
  styles: `@media (max-width: 40rem) { .end { flex: 1 1 100%; } }`,
})
export class PleaseCallPage {
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly calls = resource({ loader: () => this.api.invoke(pleaseCallsList) });
  protected readonly done = action(async ({ id, version }: PleaseCallDto) => {
    await this.api.invoke(pleaseCallsPassOn, { pleaseCallId: id, body: { version } });
    this.calls.reload();
  });
}
