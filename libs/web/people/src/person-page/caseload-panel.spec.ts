import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { Session } from '@sampan/web-session';
import people from '../../i18n/en.json';
import { CaseloadPanel } from './caseload-panel';

const COLLEAGUES = [
  { id: 'u1', displayName: 'Dara', roles: ['social-worker'] },
  { id: 'u2', displayName: 'Sreymom', roles: ['placement-officer'] },
];

describe('giving a person to a colleague', () => {
  let page: ComponentFixture<CaseloadPanel>;
  let element: HTMLElement;
  let server: HttpTestingController;
  /** Not until all is quiet: an answer of the server may still be awaited. */
  const soon = async (): Promise<void> => {
    for (let turn = 0; turn < 2; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      page.detectChanges();
    }
  };
  const press = async (words: string): Promise<void> => {
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === words)?.click();
    await soon();
  };
  const choose = async (id: string): Promise<void> => {
    const list = element.querySelector('select')!;
    list.value = id;
    list.dispatchEvent(new Event('change'));
    await soon();
  };
  const given = () => server.match(({ method }) => method === 'POST');

  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [CaseloadPanel, TranslocoTestingModule.forRoot({ langs: { en: { people } }, translocoConfig: { availableLangs: ['en'], defaultLang: 'en' }, preloadLangs: true })],
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
    const known = TestBed.inject(Session).lookAgain();
    server.expectOne(({ url }) => url.endsWith('auth/me')).flush({ user: { id: 'u0' }, roles: ['supervisor'], permissions: ['caseload.assign'], reach: 'centre', centres: [], locale: 'en', demo: true });
    await known;
    page = TestBed.createComponent(CaseloadPanel);
    page.componentRef.setInput('personId', 'p1');
    element = page.nativeElement as HTMLElement;
    page.detectChanges();
    server.expectOne(({ url }) => url.endsWith('caseload')).flush([]);
    await soon();
    await press('Give to a colleague');
    server.expectOne(({ url }) => url.endsWith('users')).flush(COLLEAGUES);
    await soon();
  });

  it('gives nothing while the list is only walked through', async () => {
    await choose('u1');
    await choose('u2');
    expect(given()).toHaveLength(0);
  });

  it('gives to whoever is chosen when it is said, in the role that they have', async () => {
    await choose('u1');
    await choose('u2');
    element.querySelector('form')!.dispatchEvent(new Event('submit'));
    await soon();
    const sent = given();
    expect(sent.map(({ request }) => request.body as unknown)).toEqual([expect.objectContaining({ userId: 'u2', role: 'placement-officer' })]);
  });

  it('asks for a colleague before it gives', async () => {
    element.querySelector('form')!.dispatchEvent(new Event('submit'));
    await soon();
    expect(given()).toHaveLength(0);
    expect(element.querySelector('select')!.getAttribute('aria-invalid')).toBe('true');
  });
});
