import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Notice } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';

/** Said before somebody fills in a form in vain: the centre is closed, or, where no centre is named, every one of mine. */
@Component({
  selector: 'sp-closed-centre',
  imports: [TranslocoPipe, Notice],
  template: `
    @if (closed()) { <sp-notice tone="warn"><p>{{ 'session.problem.CENTRE_CLOSED' | transloco }}</p></sp-notice> }
  `,
})
export class ClosedCentre {
  readonly centreId = input<string>();
  private readonly session = inject(Session);
  protected readonly closed = computed(() => {
    const [centres, open, id] = [this.session.who()?.centres ?? [], this.session.openCentres(), this.centreId()];
    return id === undefined ? centres.length > 0 && open.length === 0 : centres.some((centre) => centre.id === id) && !open.some((centre) => centre.id === id);
  });
}
