import { Component, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, vacanciesClose, vacanciesDetail, type VacancyDetailDto } from '@sampan/web-client';
import { action, Asking, DayPipe, Fact, languageOfScript, MomentPipe, MoneyPipe, Notice, NumberPipe, Opened, PageHeader, ProblemNotice, Summary, UserText, Waiting } from '@sampan/web-kit';
import { OccupationPipe } from '@sampan/web-parts';
import { Session } from '@sampan/web-session';
import { CountryPipe } from '../name-pipes';
import { StateStatus } from '../state-status';
import { Applications } from './applications';
import { OfferScreen } from './offer-screen';

/** One offer: what it promises, what the screen says of it, and who was proposed for it. */
@Component({
  selector: 'sp-vacancy-page',
  imports: [
    RouterLink, TranslocoPipe, Applications, CountryPipe, DayPipe, Fact, MomentPipe, MoneyPipe, Notice, NumberPipe, OccupationPipe, OfferScreen, PageHeader, ProblemNotice, StateStatus, Summary, UserText, Waiting,
    Opened,
  ],
  templateUrl: './vacancy-page.html',
})
export class VacancyPage {
  readonly vacancyId = input.required<string>();
  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly languageOf = languageOfScript;
  protected readonly screening = signal(false);

  protected readonly vacancy = resource({
    params: () => ({ vacancyId: this.vacancyId() }),
    loader: ({ params }) => this.api.invoke(vacanciesDetail, params),
  });

  protected readonly close = action(async () => {
    const words = (key: string): string => this.transloco.translate(key);
    if (await this.asking.confirm({ heading: words('placement.vacancy.closeHeading'), text: words('placement.vacancy.closeText'), confirm: words('placement.vacancy.close'), danger: true })) {
      this.vacancy.set(await this.api.invoke(vacanciesClose, { vacancyId: this.vacancyId() }));
    }
  });

  protected screened(vacancy: VacancyDetailDto): void {
    this.screening.set(false);
    this.vacancy.set(vacancy);
  }
}
