import { Component, computed, effect, ElementRef, inject, linkedSignal, resource, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, type ValidatorFn, Validators } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, duplicatesCheck, peopleRegister, type MatchDto, type RecordConsentDto, type RegisterPersonDto } from '@sampan/web-client';
import { action, Checkbox, Control, DateField, Field, NumberPipe, PageHeader, Radios, SpForm, Steps, type KnownDay } from '@sampan/web-kit';
import { ClosedCentre } from '@sampan/web-parts';
import { Draft, Session } from '@sampan/web-session';
import { debounceTime } from 'rxjs';
import { toBirth } from '../person-words/birth';
import { COMPANIONS, FIRST_PURPOSES, GIVERS, METHODS, NOTICE_VERSION, SEXES, SOURCES } from '../person-words/codes';
import { mintedId } from '../person-words/minted-id';
import { Nationalities } from '../person-words/nationalities';
import { ConsentAnswers, type ConsentAnswersValue } from './consent-answers';
import { DuplicatePanel, type Answer } from './duplicate-panel';

const SECTIONS = ['name', 'age', 'origin', 'contact', 'how', 'consent'] as const;
const PAUSE_MS = 350;
/** The same width as in the stylesheet. */
const ONE_THING_PER_PAGE = '(max-width: 47.99rem)';
const text = (...validators: ValidatorFn[]) => new FormControl('', { nonNullable: true, validators });

/** The minimum intake: three minutes, only a name required. One thing per page on a phone, all of it on a desk. */
@Component({
  selector: 'sp-register-page',
  imports: [ReactiveFormsModule, TranslocoPipe, Checkbox, ClosedCentre, ConsentAnswers, Control, DateField, Draft, DuplicatePanel, Field, NumberPipe, PageHeader, Radios, SpForm, Steps],
  templateUrl: './register-page.html',
  styleUrl: './register-page.scss',
})
export class RegisterPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(Session);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly nationalities = inject(Nationalities);
  private readonly draft = viewChild.required(Draft);
  private readonly spForm = viewChild.required(SpForm);
  protected readonly sections = SECTIONS;
  protected readonly companions = COMPANIONS;
  protected readonly sources = SOURCES;
  protected readonly purposes = FIRST_PURPOSES;

  protected readonly form = new FormGroup({
    id: new FormControl(mintedId(), { nonNullable: true }),
    centreId: text(Validators.required),
    fullName: text(Validators.required, Validators.maxLength(200)),
    latinName: text(Validators.maxLength(200)),
    sex: new FormControl<RegisterPersonDto['sex'] | null>(null),
    birth: new FormControl<KnownDay | null>(null),
    ageInDoubt: new FormControl(false, { nonNullable: true }),
    accompaniedBy: text(),
    guardianImplicated: new FormControl(false, { nonNullable: true }),
    nationality: text(),
    language: text(),
    documentNumber: text(Validators.maxLength(60)),
    phone: text(Validators.maxLength(100)),
    safeToCall: new FormControl<'yes' | 'no' | null>(null),
    safeWhen: text(Validators.maxLength(200)),
    whoMayAnswer: text(Validators.maxLength(200)),
    intakeSource: text(),
    presentingIssue: text(Validators.maxLength(2000)),
    urgentConcern: new FormControl(false, { nonNullable: true }),
    consents: new FormControl<ConsentAnswersValue>({}, { nonNullable: true }),
    method: new FormControl<RecordConsentDto['method']>('voice', { nonNullable: true }),
    givenBy: new FormControl<RecordConsentDto['givenBy']>('self', { nonNullable: true }),
  });

  protected readonly centres = this.session.openCentres;
  protected readonly at = signal(0);
  protected readonly steps = computed(() => {
    this.transloco.activeLang();
    return SECTIONS.map((section) => this.transloco.translate(`people.register.section.${section}`));
  });
  protected readonly sexes = this.choices('people.sex.', SEXES);
  protected readonly yesNo = this.choices('people.answer.', ['yes', 'no'] as const);
  protected readonly methods = this.choices('people.method.', METHODS);
  protected readonly givers = this.choices('people.giver.', GIVERS);

  private readonly typed = toSignal(this.form.valueChanges.pipe(debounceTime(PAUSE_MS)), { initialValue: this.form.value });
  private readonly check = resource({
    params: () => this.question(),
    loader: ({ params }) => this.api.invoke(duplicatesCheck, { body: params }),
  });
  /** What was found stays while the next question is asked, so that nothing jumps under a finger. */
  protected readonly matches = linkedSignal<readonly MatchDto[] | undefined, readonly MatchDto[]>({
    source: () => (this.question() ? (this.check.hasValue() ? this.check.value() : undefined) : []),
    computation: (fresh, former) => fresh ?? former?.value ?? [],
  });
  protected readonly anyAnswer = computed(() => Object.keys(this.typed().consents ?? {}).length > 0);
  protected readonly answers = signal<ReadonlyMap<string, Answer>>(new Map());

  constructor() {
    effect(() => {
      const [first] = this.centres();
      if (first && !this.form.controls.centreId.value) {
        this.form.controls.centreId.setValue(first.id);
      }
    });
  }

  protected answer({ personId, answer }: { personId: string; answer: Answer }): void {
    this.answers.update((answers) => new Map(answers).set(personId, answer));
  }

  protected async isThePerson(personId: string): Promise<void> {
    this.draft().drop();
    await this.router.navigate(['/people', personId]);
  }

  protected next(): void {
    if (this.at() === 0 && this.form.controls.fullName.invalid) {
      this.form.controls.fullName.markAsTouched();
      this.spForm().focusFirstWrong();
      return;
    }
    this.goTo(Math.min(this.at() + 1, SECTIONS.length - 1));
  }

  protected look(event: Event): void {
    event.preventDefault();
    this.host.querySelector<HTMLElement>('#possible')?.focus();
  }

  protected back(): void {
    this.goTo(Math.max(this.at() - 1, 0));
  }

  /** "Go" on a phone's keyboard leads to the next question, not to a person with nothing but a name. */
  protected submit(): void {
    if (matchMedia(ONE_THING_PER_PAGE).matches && this.at() < SECTIONS.length - 1) {
      this.next();
    } else {
      void this.save.run();
    }
  }

  private goTo(section: number): void {
    this.at.set(section);
    setTimeout(() => this.host.querySelector<HTMLElement>(`#section-${section}`)?.focus());
  }

  protected readonly save = action(async () => {
    const person = await this.api.invoke(peopleRegister, { body: this.person() });
    this.draft().drop();
    await this.router.navigate(['/people', person.id]);
  });

  /** What is known so far, once there is enough of a name to ask with. */
  private question() {
    const { fullName = '', latinName = '', centreId, birth, sex, phone, documentNumber } = this.typed();
    const names = [fullName, latinName].map((name) => name.trim()).filter((name) => name.length > 1);
    return centreId && names.length > 0
      ? { names, centreId, birth: toBirth(birth ?? null), ...(sex ? { sex } : {}), phones: phone ? [phone] : [], documentNumbers: documentNumber ? [documentNumber] : [] }
      : undefined;
  }

  private person(): RegisterPersonDto {
    const value = this.form.getRawValue();
    const { id, centreId, ageInDoubt, guardianImplicated, urgentConcern } = value;
    const contact = { kind: 'phone' as const, value: value.phone, safeToCall: value.safeToCall === null ? null : value.safeToCall === 'yes', safeWhen: value.safeWhen || null, whoMayAnswer: value.whoMayAnswer || null };
    return {
      id, centreId, fullName: value.fullName, latinName: value.latinName || null, sex: value.sex ?? 'unknown', birth: toBirth(value.birth), ageInDoubt,
      accompaniedBy: (value.accompaniedBy || null) as (typeof COMPANIONS)[number] | null,
      guardianImplicated: value.accompaniedBy === 'nobody' || value.accompaniedBy === '' ? null : guardianImplicated,
      nationality: value.nationality || null, languages: value.language ? [value.language] : [],
      intakeSource: (value.intakeSource || null) as (typeof SOURCES)[number] | null, presentingIssue: value.presentingIssue || null, urgentConcern,
      contacts: value.phone ? [contact] : [],
      documents: value.documentNumber ? [{ type: 'national-id', number: value.documentNumber }] : [],
      consents: FIRST_PURPOSES.flatMap((purpose) => {
        const answer = value.consents[purpose];
        return answer ? [{ purpose, answer, noticeVersion: NOTICE_VERSION, noticeLanguage: value.language || this.transloco.getActiveLang(), method: value.method, givenBy: value.givenBy }] : [];
      }),
      answers: [...this.answers()].map(([personId, answer]) => ({ personId, answer })),
    };
  }

  private choices<V extends string>(beginning: string, values: readonly V[]) {
    return computed(() => {
      this.transloco.activeLang();
      return values.map((value) => ({ value, label: this.transloco.translate(beginning + value) }));
    });
  }
}
