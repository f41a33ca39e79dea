import { Component, computed, effect, ElementRef, inject, input, resource, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, registersLock, registersOne, registersTake, type AttendanceCodeDto, type RegisterDto, type RegisterLineDto } from '@sampan/web-client';
import { action, Asking, DayPipe, Icon, Notice, NumberPipe, PageHeader, PluralPipe, ProblemNotice, shortcuts, Status, UserText, Waiting } from '@sampan/web-kit';
import { Drafts, problemOf, Session } from '@sampan/web-session';
import { OwnLanguagePipe } from '../own-language';
import { codeOf, fillDown, mark, markTheRest, toSend, type UnsavedMarks } from './unsaved-marks';

/** The register of one session, made for the keyboard, the finger and the printer alike. */
@Component({
  selector: 'sp-register-page',
  imports: [RouterLink, TranslocoPipe, DayPipe, Icon, Notice, NumberPipe, OwnLanguagePipe, PageHeader, PluralPipe, ProblemNotice, Status, UserText, Waiting],
  templateUrl: './register-page.html',
  styleUrl: './register-page.scss',
  host: { '(keydown)': 'press($event)' },
})
export class RegisterPage {
  readonly sessionId = input.required<string>();

  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly drafts = inject(Drafts);
  private readonly transloco = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly session = inject(Session);

  protected readonly register = resource({ params: () => this.sessionId(), loader: ({ params }) => this.api.invoke(registersOne, { sessionId: params }) });
  private readonly answer = computed(() => (this.register.hasValue() ? this.register.value() : null));
  protected readonly lines = computed(() => this.answer()?.lines ?? []);
  protected readonly codes = computed(() => this.answer()?.codes ?? []);

  private readonly unsaved = signal<UnsavedMarks>(new Map());
  protected readonly at = signal(0);
  protected readonly saved = signal(false);
  /** Trainees whom somebody else has marked otherwise since this page was opened. */
  protected readonly contradicted = signal<readonly RegisterLineDto[]>([]);
  protected readonly waiting = computed(() => toSend(this.lines(), this.unsaved()).length);
  protected readonly unmarked = computed(() => this.lines().filter((line) => this.codeOf(line) === null).length);
  protected readonly mayMark = computed(() => {
    const state = this.answer()?.session.state;
    return this.session.can('register.take') && (state === 'scheduled' || state === 'held');
  });

  constructor() {
    effect(() => {
      const kept = this.drafts.read<[string, string][]>(this.userId(), this.draftName());
      untracked(() => this.unsaved.set(new Map(kept ?? [])));
    });
    effect(() => {
      const unsaved = this.unsaved();
      untracked(() => (unsaved.size > 0 ? this.drafts.keep(this.userId(), this.draftName(), [...unsaved]) : this.drafts.drop(this.userId(), this.draftName())));
    });
    shortcuts([{ key: 's', text: 'training.register.save', run: () => void this.save.run() }]);
  }

  protected readonly save = action(async () => {
    const answer = this.answer();
    if (!answer || !this.mayMark()) {
      return;
    }
    const marks = toSend(answer.lines, this.unsaved());
    try {
      this.accept(await this.api.invoke(registersTake, { sessionId: this.sessionId(), body: { version: answer.session.version, marks } }));
      this.saved.set(true);
    } catch (error) {
      if (problemOf(error).code === 'STALE_VERSION') {
        await this.compare(answer);
      }
      throw error;
    }
  });

  protected readonly lock = action(async () => {
    const version = this.answer()?.session.version ?? 0;
    const heading = this.transloco.translate('training.register.lock');
    if (await this.asking.confirm({ heading, text: this.transloco.translate('training.register.lockMeans'), confirm: heading })) {
      this.accept(await this.api.invoke(registersLock, { sessionId: this.sessionId(), body: { version } }));
    }
  });

  protected codeOf(line: RegisterLineDto): string | null {
    return codeOf(line, this.unsaved());
  }

  protected nameOf(code: string | null): AttendanceCodeDto | undefined {
    return this.codes().find((one) => one.code === code);
  }

  protected mark(row: number, code: string): void {
    const line = this.lines()[row];
    if (line && this.mayMark()) {
      this.saved.set(false);
      this.at.set(row);
      this.unsaved.set(mark(line, code, this.unsaved()));
    }
  }

  protected everyonePresent(): void {
    const present = this.codes().find(({ countsAsPresent }) => countsAsPresent);
    if (present) {
      this.saved.set(false);
      this.unsaved.set(markTheRest(this.lines(), present.code, this.unsaved()));
    }
  }

  protected fillDown(): void {
    this.saved.set(false);
    this.unsaved.set(fillDown(this.lines(), this.at(), this.unsaved()));
  }

  protected takeTheirs(): void {
    const theirs = new Set(this.contradicted().map(({ enrolmentId }) => enrolmentId));
    this.unsaved.set(new Map([...this.unsaved()].filter(([enrolmentId]) => !theirs.has(enrolmentId))));
    this.contradicted.set([]);
    this.save.forget();
  }

  protected print(): void {
    globalThis.print();
  }

  /** By the place of the key as well as by its letter: on a Khmer or Thai keyboard P is another letter. */
  protected press(event: KeyboardEvent): void {
    const isAtAMark = (event.target as HTMLElement).closest('[data-row] button') !== null;
    if (!isAtAMark || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const isKey = (letter: string): boolean => event.code === `Key${letter}` || event.key.toUpperCase() === letter;
    const code = this.codes().find(({ markKey }) => isKey(markKey));
    if (code) {
      this.mark(this.at(), code.code);
      this.go(this.at() + 1);
    } else if (isKey('D')) {
      this.fillDown();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.go(this.at() + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      this.goAside(event.key === 'ArrowRight' ? 1 : -1);
    } else if (event.key === 'Home' || event.key === 'End') {
      this.go(event.key === 'Home' ? 0 : this.lines().length - 1);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private go(row: number): void {
    const next = Math.max(0, Math.min(this.lines().length - 1, row));
    const column = Math.max(0, this.buttonsOf(this.at()).indexOf(document.activeElement as HTMLButtonElement));
    this.at.set(next);
    this.buttonsOf(next)[column]?.focus();
  }

  private goAside(step: number): void {
    const buttons = this.buttonsOf(this.at());
    const column = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(column + step + buttons.length) % buttons.length]?.focus();
  }

  private buttonsOf(row: number): HTMLButtonElement[] {
    return [...this.host.querySelectorAll<HTMLButtonElement>(`[data-row="${row}"] button`)];
  }

  private accept(answer: RegisterDto): void {
    this.register.set(answer);
    this.unsaved.set(new Map());
    this.contradicted.set([]);
  }

  /** What was marked here stays; the marks that somebody else made meanwhile are laid beside it. */
  private async compare(before: RegisterDto): Promise<void> {
    const now = await this.api.invoke(registersOne, { sessionId: this.sessionId() });
    const former = new Map(before.lines.map((line) => [line.enrolmentId, line.code]));
    this.contradicted.set(now.lines.filter((line) => line.code !== former.get(line.enrolmentId) && (this.unsaved().get(line.enrolmentId) ?? line.code) !== line.code));
    this.register.set(now);
  }

  private draftName(): string {
    return `training.register.${this.sessionId()}`;
  }

  private userId(): string {
    return this.session.who()?.user.id ?? 'nobody';
  }
}
