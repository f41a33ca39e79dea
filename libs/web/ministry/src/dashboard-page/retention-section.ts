import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { IndicatorDto, ReleaseValueDto } from '@sampan/web-client';
import { ChartFrame } from '../charts/chart-frame';
import { RetentionCurve } from '../charts/retention-curve';
import { Definition } from '../numbers/definition';
import { PeriodPipe } from '../numbers/number-words';
import { PublishedNumber } from '../numbers/published-number';
import { isYear, RETENTION_DAYS } from '../numbers/values';

/** Who still works 30, 90, 180 and 365 days after the start: the latest year of which all days have passed, else as far as they have. */
@Component({
  selector: 'sp-retention-section',
  imports: [TranslocoPipe, ChartFrame, Definition, PeriodPipe, PublishedNumber, RetentionCurve],
  templateUrl: './retention-section.html',
})
export class RetentionSection {
  readonly values = input.required<readonly ReleaseValueDto[]>();
  readonly indicators = input.required<readonly IndicatorDto[]>();

  protected readonly year = computed(() => {
    const years = this.values().filter(({ code, period, dimension }) => code === 'P7' && isYear(period) && dimension === 'total');
    const complete = years.filter(({ indicator, mature }) => indicator === 'P7/same-365' && mature).map(({ period }) => period);
    return complete.sort().at(-1) ?? years.map(({ period }) => period).sort().at(-1) ?? null;
  });
  protected readonly same = computed(() => this.line('same'));
  protected readonly any = computed(() => this.line('any'));
  protected readonly defined = computed(() => this.indicators().find(({ key }) => key === 'P7/same-365') ?? null);
  protected readonly rows = computed(() => RETENTION_DAYS.map((day, index) => ({ day, same: this.same()[index] ?? null, any: this.any()[index] ?? null })));

  private line(basis: 'same' | 'any'): (ReleaseValueDto | null)[] {
    const year = this.year();
    return RETENTION_DAYS.map(
      (day) => this.values().find(({ indicator, period, dimension }) => indicator === `P7/${basis}-${day}` && period === year && dimension === 'total') ?? null,
    );
  }
}
