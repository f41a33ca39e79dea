import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EmployerFileDto } from '@sampan/web-client';
import { DayPipe, Status, type Tone, UserText } from '@sampan/web-kit';
import { VETTING_CHECKS } from '../words';

const TONES: Readonly<Record<string, Tone>> = { passed: 'good', failed: 'bad', 'not-possible': 'warn' };

/** Every check that a clearance asks for, with the latest result and its evidence. */
@Component({
  selector: 'sp-vetting-checks',
  imports: [TranslocoPipe, DayPipe, Status, UserText],
  template: `
    <ol class="sp-list">
      @for (line of lines(); track line.kind) {
        <li>
          <div class="line">
            <span>{{ 'placement.vetting.check.' + line.kind | transloco }}</span>
            @if (line.latest; as latest) {
              <sp-status [tone]="tones[latest.result]!">{{ 'placement.vetting.result.' + latest.result | transloco }}</sp-status>
            } @else {
              <sp-status tone="neutral">{{ 'placement.vetting.notYet' | transloco }}</sp-status>
            }
          </div>
          @if (line.latest; as latest) {
            <p class="sp-hint"><span [spUserText]="latest.evidence"></span> · {{ latest.checkedOn | spDay }}</p>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    .line { display: flex; align-items: flex-start; justify-content: space-between; gap: var(--sp-3); }
    sp-status { flex: none; }
  `,
})
export class VettingChecks {
  readonly file = input.required<EmployerFileDto>();
  protected readonly tones = TONES;
  protected readonly lines = computed(() => {
    const { kind: employerKind, checks } = this.file();
    return VETTING_CHECKS.filter((kind) => kind !== 'licence' || employerKind === 'recruitment-agency').map((kind) => ({ kind, latest: checks.find((check) => check.kind === kind) ?? null }));
  });
}
