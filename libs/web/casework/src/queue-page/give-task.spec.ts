import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import casework from '../../i18n/en.json';
import { GiveTask } from './give-task';

const COLLEAGUES = [
  { id: 'u1', displayName: 'Dara', roles: ['social-worker'] },
  { id: 'u2', displayName: 'Sreymom', roles: ['supervisor'] },
  { id: 'u3', displayName: 'Vanna', roles: ['instructor'] },
];

describe('giving a task of the queue to a colleague', () => {
  let page: ComponentFixture<GiveTask>;
  let element: HTMLElement;
  let server: HttpTestingController;
  /** Not until all is quiet: an answer of the server may still be awaited. */
  const soon = async (): Promise<void> => {
    for (let turn = 0; turn < 2; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      page.detectChanges();
    }
  };
  const button = (): HTMLButtonElement => element.querySelector('button')!;
  const choose = async (id: string): Promise<void> => {
    const list = element.querySelector('select')!;
    list.value = id;
    list.dispatchEvent(new Event('change'));
    await soon();
  };
  const given = () => server.match(({ method }) => method !== 'GET');

  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [GiveTask, TranslocoTestingModule.forRoot({ langs: { en: { casework } }, translocoConfig: { availableLangs: ['en'], defaultLang: 'en' }, preloadLangs: true })],
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    server = TestBed.inject(HttpTestingController);
    page = TestBed.createComponent(GiveTask);
    page.componentRef.setInput('task', { id: 't1', version: 4, assigneeId: 'u9' });
    element = page.nativeElement as HTMLElement;
    page.detectChanges();
    button().click();
    await soon();
    server.expectOne(({ url }) => url.endsWith('users')).flush(COLLEAGUES);
    await soon();
  });

  it('offers those who work on cases', () => {
    expect([...element.querySelectorAll('option')].map(({ value }) => value)).toEqual(['', 'u1', 'u2']);
  });

  it('gives nothing while the list is only walked through', async () => {
    expect(button().disabled).toBe(true);
    await choose('u1');
    await choose('u2');
    expect(given()).toHaveLength(0);
  });

  it('gives to whoever is chosen when it is said', async () => {
    await choose('u1');
    await choose('u2');
    button().click();
    await soon();
    expect(given().map(({ request }) => request.body as unknown)).toEqual([{ assigneeId: 'u2', version: 4 }]);
  });
});
