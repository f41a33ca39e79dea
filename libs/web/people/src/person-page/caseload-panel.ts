import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, caseloadAssign, caseloadEnd, caseloadList, usersList, type CaseloadEntryDto } from '@sampan/web-client';
import { action, Asking, Control, DayPipe, Field, Opened, ProblemNotice, SpForm, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { mintedId } from '../person-words/minted-id';

const ROLE_OF: Readonly<Record<string, CaseloadEntryDto['role']>> = { 'placement-officer': 'placement-officer', instructor: 'instructor' };

/** Who works with this person. Whoever sees only their caseload sees the person because of this. */
@Component({
  selector: 'sp-caseload-panel',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, DayPipe, Field, Opened, ProblemNotice, SpForm, Waiting],
  templateUrl: './caseload-panel.html',
})
export class CaseloadPanel {
  readonly personId = input.required<string>();

  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly choosing = signal(false);
  protected readonly entries = resource({ params: () => ({ personId: this.personId() }), loader: ({ params }) => this.api.invoke(caseloadList, params) });
  protected readonly current = computed(() => (this.entries.hasValue() ? this.entries.value().filter(({ toOn }) => toOn === null) : []));
  protected readonly colleagues = resource({ params: () => (this.choosing() ? {} : undefined), loader: () => this.api.invoke(usersList) });

  protected readonly form = new FormGroup({ userId: new FormControl('', { nonNullable: true, validators: Validators.required }) });

  protected choose(): void {
    this.form.reset();
    this.choosing.set(true);
  }

  protected readonly assign = action(async () => {
    const { userId } = this.form.getRawValue();
    const colleague = this.colleagues.hasValue() ? this.colleagues.value().find(({ id }) => id === userId) : undefined;
    if (colleague) {
      const role = colleague.roles.map((one) => ROLE_OF[one]).find((one) => one !== undefined) ?? 'social-worker';
      await this.api.invoke(caseloadAssign, { personId: this.personId(), body: { id: mintedId(), userId, role } });
      this.choosing.set(false);
      this.entries.reload();
    }
  });

  protected readonly end = action(async (entry: CaseloadEntryDto) => {
    const { transloco } = this;
    const sure = await this.asking.confirm({
      heading: transloco.translate('people.caseload.endHeading'), text: transloco.translate('people.caseload.endText'), confirm: transloco.translate('people.caseload.end'),
    });
    if (sure) {
      await this.api.invoke(caseloadEnd, { personId: this.personId(), entryId: entry.id });
      this.entries.reload();
    }
  });
}
