import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Component } from '@angular/core';
import { Drafts } from './drafts';
import { permitted } from './permitted';
import { Session } from './session';
import { noticeSignedOut } from './signed-out.interceptor';
import type { Who } from './who';

const sokha: Who = {
  user: { id: 'u1', displayName: 'Sokha', email: 'sokha@demo.sampan.example' },
  roles: ['registrar'],
  permissions: ['person.read'],
  reach: 'centre',
  centres: [],
  locale: 'km',
  demo: true,
};

@Component({ template: '' })
class Page {}

describe('the session', () => {
  let session: Session;
  let server: HttpTestingController;

  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([noticeSignedOut])),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'people', component: Page, canActivate: [permitted], data: { permission: 'person.read' } },
          { path: 'cases', component: Page, canActivate: [permitted], data: { permission: ['case.read', 'case.open'] } },
          { path: 'sign-in', component: Page },
          { path: 'account/second-factor', component: Page, canActivate: [permitted] },
          { path: 'not-allowed', component: Page },
          { path: 'locked', children: [] },
        ]),
      ],
    });
    session = TestBed.inject(Session);
    server = TestBed.inject(HttpTestingController);
  });

  afterEach(() => server.verify());

  const arrive = async (who: Who | null): Promise<void> => {
    const ready = session.ready();
    const request = server.expectOne('/api/v1/auth/me');
    if (who) {
      request.flush(who);
    } else {
      request.flush({ code: 'SIGNED_OUT' }, { status: 401, statusText: 'Unauthorized' });
    }
    await ready;
  };

  it('permits what the server permits and nothing else', async () => {
    await arrive(sokha);
    expect(session.can('person.read')).toBe(true);
    expect(session.can('case.read')).toBe(false);
    expect(session.canAny('case.read', 'person.read')).toBe(true);
  });

  it('asks who it is only once', async () => {
    await arrive(sokha);
    await session.ready();
    server.expectNone('/api/v1/auth/me');
    expect(session.who()?.user.displayName).toBe('Sokha');
  });

  it('brings a visitor to the sign-in, and remembers where they wanted to go', async () => {
    await arrive(null);
    await TestBed.inject(Router).navigateByUrl('/people?state=active');
    expect(TestBed.inject(Router).url).toBe('/sign-in?back=%2Fpeople%3Fstate%3Dactive');
  });

  it('lets nobody onto a page without its permission', async () => {
    await arrive(sokha);
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/people');
    expect(router.url).toBe('/people');
    await router.navigateByUrl('/cases');
    expect(router.routerState.snapshot.root.firstChild?.url.join('/')).toBe('not-allowed');
  });

  it('shows no page while the session that was found is locked', async () => {
    const ready = session.ready();
    server.expectOne('/api/v1/auth/me').flush({ code: 'SESSION_LOCKED' }, { status: 401, statusText: 'Unauthorized' });
    await ready;
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/people');
    expect(router.routerState.snapshot.root.firstChild?.url.join('/')).toBe('locked');
    expect(session.locked()).toBe(true);
  });

  it('keeps the page and its user when the server ends the session', async () => {
    await arrive(sokha);
    TestBed.inject(HttpClient).get('/api/v1/people').subscribe({ error: () => undefined });
    server.expectOne('/api/v1/people').flush({ code: 'SIGNED_OUT' }, { status: 401, statusText: 'Unauthorized' });
    expect(session.expired()).toBe(true);
    expect(session.signedIn()).toBe(true);
  });

  it('locks when the server says that the session is locked', async () => {
    await arrive(sokha);
    TestBed.inject(HttpClient).get('/api/v1/people').subscribe({ error: () => undefined });
    server.expectOne('/api/v1/people').flush({ code: 'SESSION_LOCKED' }, { status: 401, statusText: 'Unauthorized' });
    expect(session.locked()).toBe(true);
    expect(session.expired()).toBe(false);
  });

  it('a wrong password does not end the session of the page behind', async () => {
    await arrive(sokha);
    const unlocking = session.unlock('wrong');
    server.expectOne('/api/v1/auth/unlock').flush({ code: 'SIGN_IN_FAILED' }, { status: 401, statusText: 'Unauthorized' });
    await expect(unlocking).rejects.toMatchObject({ status: 401 });
    expect(session.expired()).toBe(false);
  });

  it('tells when somebody else takes the tablet', async () => {
    await arrive(sokha);
    const signingIn = session.signIn('dara@demo.sampan.example', 'a long password');
    server.expectOne('/api/v1/auth/sign-in').flush({ ...sokha, user: { ...sokha.user, id: 'u2' } });
    await expect(signingIn).resolves.toBe('another');
  });

  it('waits for the second step where the account has one', async () => {
    await arrive(null);
    const first = session.signIn('sokha@demo.sampan.example', 'a long password');
    server.expectOne('/api/v1/auth/sign-in').flush({ endsInSeconds: 300 }, { status: 202, statusText: 'Accepted' });
    await expect(first).resolves.toBe('second-step');
    expect(session.signedIn()).toBe(false);
    const second = session.takeSecondStep('123456');
    server.expectOne('/api/v1/auth/sign-in/second-step').flush(sokha);
    await expect(second).resolves.toBe('in');
    expect(session.signedIn()).toBe(true);
  });

  it('leads somebody who owes the second factor to set it up, and nowhere else', async () => {
    await arrive({ ...sokha, permissions: ['account.use'], owesSecondFactor: true });
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/people');
    expect(router.url).toBe('/account/second-factor');
  });

  it('locks the screen even when the server cannot be told', async () => {
    await arrive(sokha);
    const locking = session.lock();
    expect(session.locked()).toBe(true);
    server.expectOne('/api/v1/auth/lock').error(new ProgressEvent('error'));
    await locking;
    expect(session.locked()).toBe(true);
  });

  it('leaves no draft on the device after signing out', async () => {
    await arrive(sokha);
    TestBed.inject(Drafts).keep('u1', 'people.register', { fullName: 'Sok' });
    const leaving = session.signOut();
    server.expectOne('/api/v1/auth/sign-out').flush(null);
    await leaving;
    expect(TestBed.inject(Drafts).read('u1', 'people.register')).toBeNull();
    expect(session.signedIn()).toBe(false);
  });
});
