import { HttpErrorResponse, provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { TranslocoService, TranslocoTestingModule } from '@jsverse/transloco';
import english from '../i18n/en.json';
import khmer from '../i18n/km.json';
import { Problems } from './problems';

const refused = (status: number, body: unknown): HttpErrorResponse => new HttpErrorResponse({ status, error: body });

describe('words for what went wrong', () => {
  let problems: Problems;

  beforeEach(() => {
    TestBed.configureTestingModule({
      imports: [
        TranslocoTestingModule.forRoot({
          langs: { en: { session: english }, km: { session: khmer } },
          translocoConfig: { availableLangs: ['en', 'km'], defaultLang: 'en' },
          preloadLangs: true,
        }),
      ],
      providers: [provideHttpClient()],
    });
    problems = TestBed.inject(Problems);
  });

  it('follow the code of the server', () =>
    expect(problems.text(refused(409, { code: 'STALE_VERSION' }))).toBe(english.problem.STALE_VERSION));

  it('carry the numbers that go with the code', () =>
    expect(problems.text(refused(429, { code: 'SIGN_IN_PAUSED', details: { seconds: 30 } }))).toContain('30 seconds'));

  it('follow the status when the code has no words', () => expect(problems.text(refused(422, { code: 'NEWLY_INVENTED' }))).toBe(english.status.refused));

  it('never show the sentence of the server, which may be in another language', () =>
    expect(problems.text(refused(422, { code: 'NEWLY_INVENTED', detail: 'The cohort is full.' }))).not.toContain('cohort'));

  it('give the number of the request when nobody knows what happened', () =>
    expect(problems.text(refused(500, { requestId: 'abc-1' }))).toContain('abc-1'));

  it('ask for no number where there is none', () => {
    expect(problems.text(refused(502, '<html>Bad gateway</html>'))).toBe(english.status.unexpectedUnnumbered);
    expect(problems.text(new TypeError('x is undefined'))).not.toContain('number');
  });

  it('tell no connection from a refusal', () => expect(problems.text(refused(0, null))).toBe(english.status.offline));

  it('are in the language of the screen', () => {
    TestBed.inject(TranslocoService).setActiveLang('km');
    expect(problems.text(refused(404, {}))).toBe(khmer.status.notFound);
  });

  it('reach the field that they belong to', () =>
    expect(problems.fields(refused(400, { errors: [{ field: 'contact.email', code: 'isEmail', message: 'x' }, { field: 'name', code: 'isStrange', message: 'y' }] }))).toEqual({
      'contact.email': english.rule.isEmail,
      name: english.rule.other,
    }));
});
