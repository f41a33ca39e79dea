import { HttpClient, HttpContext, HttpErrorResponse } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { UnwrittenState } from '@sampan/web-kit';
import { firstValueFrom } from 'rxjs';
import { Drafts } from './drafts';
import { EXPECTS_SIGNED_OUT } from './signed-out.interceptor';
import type { Who } from './who';

const AUTH = '/api/v1/auth';
const LOCKED_CODE = 'SESSION_LOCKED';
const SECOND_STEP_STATUS = 202;

/** `another`: somebody else than before is signed in now, so that the page of the former must go. */
export type SignedIn = 'in' | 'another';

/** Who is signed in and what they may do. Everything here is also refused by the server; this only decides what is shown. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly drafts = inject(Drafts);
  private readonly unwritten = inject(UnwrittenState);
  private readonly known = signal<Who | null>(null);
  private readonly permissions = computed(() => new Set(this.known()?.permissions));
  private first: Promise<void> | undefined;

  readonly who = this.known.asReadonly();
  readonly owesSecondFactor = computed(() => this.known()?.owesSecondFactor === true);
  /** Where something new may begin. */
  readonly openCentres = computed(() => (this.known()?.centres ?? []).filter(({ closed }) => closed !== true));
  readonly signedIn = computed(() => this.known() !== null);
  /** The tablet was left or handed over: nothing is shown until a password is typed. */
  readonly locked = signal(false);
  /** The server has ended the session while a page was open: what was typed stays, a sign-in is laid over it. */
  readonly expired = signal(false);
  /** The server could not be asked who this is. */
  readonly unreachable = signal(false);

  /** Reads a signal: in a template or a computed it follows the session. */
  can(permission: string): boolean {
    return this.permissions().has(permission);
  }

  canAny(...permissions: readonly string[]): boolean {
    return permissions.some((permission) => this.can(permission));
  }

  hasRole(role: string): boolean {
    return this.known()?.roles.includes(role) ?? false;
  }

  /** Asks the server once who this is; later calls wait for the same answer. */
  ready(): Promise<void> {
    this.first ??= this.load();
    return this.first;
  }

  /** The first step; where the account has a second one, `takeSecondStep` follows. */
  async signIn(email: string, password: string): Promise<SignedIn | 'second-step'> {
    const answer = await firstValueFrom(this.http.post<Who>(`${AUTH}/sign-in`, { email, password }, { ...this.quietly(), observe: 'response' }));
    return answer.status === SECOND_STEP_STATUS || !answer.body ? 'second-step' : this.enter(answer.body);
  }

  /** A code of the authenticator app, or a recovery code. */
  async takeSecondStep(code: string): Promise<SignedIn> {
    return this.enter(await this.post<Who>('sign-in/second-step', { code }));
  }

  private enter(who: Who): SignedIn {
    const former = this.known()?.user.id;
    const another = former !== undefined && former !== who.user.id;
    if (another) {
      this.unwritten.forget();
    }
    this.become(who);
    return another ? 'another' : 'in';
  }

  /** After something that changes what I may do, such as setting up the second factor. */
  async lookAgain(): Promise<void> {
    this.become(await firstValueFrom(this.http.get<Who>(`${AUTH}/me`, this.quietly())));
  }

  async signOut(everywhere = false): Promise<void> {
    await this.post(everywhere ? 'sign-out-everywhere' : 'sign-out', {});
    this.drafts.forget();
    this.unwritten.forget();
    this.known.set(null);
    this.expired.set(false);
    this.locked.set(false);
  }

  changePassword(currentPassword: string, newPassword: string): Promise<unknown> {
    return this.post('change-password', { currentPassword, newPassword });
  }

  /** What is on the screen goes at once; the server is told as soon as it can be reached. */
  async lock(): Promise<void> {
    if (this.signedIn() && !this.locked()) {
      this.locked.set(true);
      await this.post('lock', {}).catch(() => undefined);
    }
  }

  async unlock(password: string): Promise<void> {
    this.become(await this.post<Who>('unlock', { password }));
  }

  speak(locale: string): Promise<unknown> {
    return this.signedIn() ? this.put('locale', { locale }).catch(() => undefined) : Promise.resolve();
  }

  /** Called by the interceptor on a 401. */
  end(code: string | undefined): void {
    if (code === LOCKED_CODE) {
      this.locked.set(true);
    } else if (this.signedIn()) {
      this.expired.set(true);
    }
  }

  private become(who: Who): void {
    this.known.set(who);
    this.expired.set(false);
    this.locked.set(false);
    this.unreachable.set(false);
  }

  private async load(): Promise<void> {
    try {
      this.become(await firstValueFrom(this.http.get<Who>(`${AUTH}/me`, this.quietly())));
    } catch (error) {
      const refused = error instanceof HttpErrorResponse && error.status === 401;
      this.locked.set(refused && (error.error as { code?: string } | null)?.code === LOCKED_CODE);
      this.unreachable.set(!refused);
      if (!refused) {
        this.first = undefined;
      }
    }
  }

  private post<T>(path: string, body: object): Promise<T> {
    return firstValueFrom(this.http.post<T>(`${AUTH}/${path}`, body, this.quietly()));
  }

  private put(path: string, body: object): Promise<unknown> {
    return firstValueFrom(this.http.put(`${AUTH}/${path}`, body, this.quietly()));
  }

  private quietly(): { context: HttpContext } {
    return { context: new HttpContext().set(EXPECTS_SIGNED_OUT, true) };
  }
}
