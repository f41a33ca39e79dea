import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTransloco } from '@jsverse/transloco';
import { LANGUAGES } from '@sampan/web-kit';
import { Language, TextLoader } from './language';
import { Session } from './session';
import type { Who } from './who';

const KEY = 'sampan.language';
const sokha: Who = {
  user: { id: 'u1', displayName: 'Sokha', email: 'sokha@demo.sampan.example' },
  roles: ['registrar'],
  permissions: [],
  reach: 'centre',
  centres: [],
  locale: 'km',
  demo: false,
};

describe('the language of the screen', () => {
  let language: Language;
  let session: Session;
  let server: HttpTestingController;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideTransloco({ config: { availableLangs: LANGUAGES.map(({ id }) => id), defaultLang: 'en', prodMode: true }, loader: TextLoader }),
      ],
    });
    jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['th-TH', 'en']);
    [language, session, server] = [TestBed.inject(Language), TestBed.inject(Session), TestBed.inject(HttpTestingController)];
  });

  afterEach(() => jest.restoreAllMocks());

  /** Answers every text that is asked for until what was begun is done. */
  const textsArrive = async (begun: Promise<void>): Promise<void> => {
    let done = false;
    void begun.then(() => (done = true));
    for (let turn = 0; turn < 20 && !done; turn += 1) {
      server.match(({ url }) => url.startsWith('/i18n/')).forEach((request) => request.flush({}));
      await Promise.resolve();
    }
    await begun;
  };

  const signIn = async (who: Who): Promise<void> => {
    const signingIn = session.signIn(who.user.email, 'a long password');
    server.expectOne('/api/v1/auth/sign-in').flush(who);
    await signingIn;
    await textsArrive(language.followAccount());
  };

  it('is the one that the device prefers, as long as nobody has said anything, and that guess is not remembered', async () => {
    await textsArrive(language.start());
    expect(language.current()).toBe('th');
    expect(document.documentElement.lang).toBe('th');
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it('becomes the one of the account on a device where nobody has chosen', async () => {
    await textsArrive(language.start());
    await signIn(sokha);
    expect(language.current()).toBe('km');
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it('stays the one that was chosen on this device, whatever the account says', async () => {
    localStorage.setItem(KEY, 'id');
    await textsArrive(language.start());
    await signIn(sokha);
    expect(language.current()).toBe('id');
  });

  it('is remembered and saved to the account when somebody who is signed in chooses it', async () => {
    await textsArrive(language.start());
    await signIn(sokha);
    const choosing = language.choose('zh');
    await textsArrive(Promise.race([choosing, new Promise<void>((resolve) => setTimeout(resolve, 20))]));
    const saving = server.expectOne('/api/v1/auth/locale');
    expect(saving.request.body).toEqual({ locale: 'zh' });
    saving.flush(null);
    await choosing;
    expect(language.current()).toBe('zh');
    expect(localStorage.getItem(KEY)).toBe('zh');
  });

  it('is remembered on the device alone when nobody is signed in', async () => {
    await textsArrive(language.start());
    await textsArrive(language.choose('id'));
    server.expectNone('/api/v1/auth/locale');
    expect(localStorage.getItem(KEY)).toBe('id');
  });
});
