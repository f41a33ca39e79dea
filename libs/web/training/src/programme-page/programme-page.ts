import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, programmesAddVersion, programmesApprove, programmesOne, programmesPublish, programmesRetire, type ProgrammeVersionDto } from '@sampan/web-client';
import { action, Fact, LANGUAGES, NumberPipe, PageHeader, ProblemNotice, Status, Summary, Waiting } from '@sampan/web-kit';
import { EducationFieldPipe, OccupationPipe } from '@sampan/web-parts';
import { Session } from '@sampan/web-session';
import { OwnLanguagePipe } from '../own-language';
import { VERSION_TONES } from '../states';

type Step = 'approve' | 'publish' | 'retire';
const STEP_FROM: Readonly<Record<ProgrammeVersionDto['state'], Step | null>> = { draft: 'approve', approved: 'publish', published: 'retire', retired: null };
const OPERATIONS = { approve: programmesApprove, publish: programmesPublish, retire: programmesRetire } as const;

/** One programme with all its versions; one person writes a version, another approves and publishes it. */
@Component({
  selector: 'sp-programme-page',
  imports: [RouterLink, TranslocoPipe, EducationFieldPipe, Fact, NumberPipe, OccupationPipe, OwnLanguagePipe, PageHeader, ProblemNotice, Status, Summary, Waiting],
  templateUrl: './programme-page.html',
})
export class ProgrammePage {
  readonly programmeId = input.required<string>();

  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly tones = VERSION_TONES;
  protected readonly languages = LANGUAGES;
  protected readonly programme = resource({ params: () => this.programmeId(), loader: ({ params }) => this.api.invoke(programmesOne, { programmeId: params }) });
  protected readonly newest = computed(() => (this.programme.hasValue() ? this.programme.value().versions[0] : undefined));
  protected readonly mayGrow = computed(() => this.session.can('programme.write') && this.newest() !== undefined && this.newest()?.state !== 'draft');

  protected stepOf({ state }: ProgrammeVersionDto): Step | null {
    return this.session.can('programme.approve') ? STEP_FROM[state] : null;
  }

  protected readonly take = action(async (version: ProgrammeVersionDto, step: Step) => {
    this.programme.set(await this.api.invoke(OPERATIONS[step], { programmeId: this.programmeId(), versionId: version.id }));
  });

  /** The next version starts as a copy, to be edited as a draft. */
  protected readonly draftNext = action(async () => {
    const newest = this.newest();
    if (newest) {
      const { names, hours, iscedField, iscoOccupations, nationalLevel, aqrfLevel, minimumAttendancePercent, assessmentRequired, missedSessionsUntilLeftEarly, certificateValidMonths } = newest;
      const body = { names, hours, iscedField, iscoOccupations, nationalLevel, aqrfLevel, minimumAttendancePercent, assessmentRequired, missedSessionsUntilLeftEarly, certificateValidMonths };
      this.programme.set(await this.api.invoke(programmesAddVersion, { programmeId: this.programmeId(), body }));
    }
  });
}
