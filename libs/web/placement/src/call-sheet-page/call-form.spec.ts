import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { Shortcuts } from '@sampan/web-kit';
import placement from '../../i18n/en.json';
import { CallForm } from './call-form';

const FOLLOW_UP = '01a20944-ad7d-7211-b9d6-c251ff2f8833';

describe('the form of a call', () => {
  let page: ComponentFixture<CallForm>;
  let element: HTMLElement;
  let server: HttpTestingController;

  beforeEach(async () => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      imports: [
        CallForm,
        TranslocoTestingModule.forRoot({ langs: { en: { placement } }, translocoConfig: { availableLangs: ['en'], defaultLang: 'en' }, preloadLangs: true }),
      ],
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    page = TestBed.createComponent(CallForm);
    page.componentRef.setInput('followUpId', FOLLOW_UP);
    element = page.nativeElement as HTMLElement;
    server = TestBed.inject(HttpTestingController);
    await page.whenStable();
  });
  afterEach(() => server.verify());

  const choose = async (label: string): Promise<void> => {
    const choice = [...element.querySelectorAll('label')].find(({ textContent }) => textContent?.trim() === label);
    choice?.querySelector('input')?.dispatchEvent(new Event('change'));
    await page.whenStable();
  };
  const alone = async (): Promise<void> => {
    for (const answer of ['The person', 'No, the person is alone', 'Right']) {
      await choose(answer);
    }
  };
  const send = async (): Promise<void> => {
    element.querySelector('form')?.dispatchEvent(new Event('submit'));
    await page.whenStable();
  };
  /** The second request follows the first only some promises later. */
  const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const asks = (words: string): boolean => element.textContent?.includes(words) ?? false;
  const RIGHTS = ['Were you paid what was promised', 'Do you have your passport', 'Hours a week', 'Cannot leave freely', "In the person's words"];

  it('asks about rights when the person is alone and the code word is right', async () => {
    await alone();
    expect(RIGHTS.map(asks)).toEqual(RIGHTS.map(() => true));
  });

  it('makes every question about rights vanish the moment that the employer is there, also by one key', async () => {
    await alone();
    TestBed.inject(Shortcuts).press(new KeyboardEvent('keydown', { key: 'e' }));
    await page.whenStable();

    expect(RIGHTS.map(asks)).toEqual(RIGHTS.map(() => false));
    expect(asks('Ask nothing about wages')).toBe(true);
    expect(asks('How are you?')).toBe(true);
  });

  it('sends nothing that was typed under a question that has vanished', async () => {
    await alone();
    const words = element.querySelector('textarea');
    if (words) {
      words.value = 'They keep my passport';
      words.dispatchEvent(new Event('input'));
    }
    await choose('Papers are withheld');
    const employment = [...element.querySelectorAll('select')].find((select) => [...select.options].some(({ value }) => value === 'employed'));
    if (employment) {
      employment.value = 'employed';
      employment.dispatchEvent(new Event('change'));
    }
    await choose('Yes');
    await send();

    const attempt = server.expectOne(`/api/v1/follow-ups/${FOLLOW_UP}/attempts`);
    expect(attempt.request.body).toMatchObject({ answeredBy: 'person', employerPresent: 'yes', codeWord: 'right' });
    attempt.flush({});
    await soon();
    const observation = server.expectOne(`/api/v1/follow-ups/${FOLLOW_UP}/observations`);
    expect(observation.request.body).toMatchObject({ employment: 'employed', evidence: 'call' });
    expect(Object.keys(observation.request.body as object).sort()).toEqual(['employment', 'evidence', 'id', 'observedOn', 'sameEmployer']);
    observation.flush(null, { status: 204, statusText: 'No Content' });
    await page.whenStable();
  });

  it('records that nobody answered without asking for anything else', async () => {
    await choose('Nobody');
    await send();

    server.expectOne(`/api/v1/follow-ups/${FOLLOW_UP}/attempts`).flush({});
    await soon();
    server.expectNone(`/api/v1/follow-ups/${FOLLOW_UP}/observations`);
  });
});
