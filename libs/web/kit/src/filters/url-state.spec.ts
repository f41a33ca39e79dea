import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { urlState } from './url-state';

@Component({ template: '{{ filters.value().name }}' })
class ListPage {
  readonly filters = urlState({ name: '' });
}

@Component({ template: 'somebody' })
class OnePage {}

describe('what a list writes into its address', () => {
  let arrive: () => void;

  beforeEach(() => {
    const arrived = new Promise<boolean>((resolve) => {
      arrive = () => resolve(true);
    });
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'list', component: ListPage },
          { path: 'one', component: OnePage, canActivate: [() => arrived] },
        ]),
      ],
    });
  });

  it('is there to be sent and gone back to', async () => {
    const harness = await RouterTestingHarness.create();
    const list = await harness.navigateByUrl('/list', ListPage);
    list.filters.set({ name: 'Sok' });
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/list?name=Sok');
    expect(list.filters.changed()).toBe(1);
  });

  it('does not call somebody back who typed and is already on the way to what was found', async () => {
    const harness = await RouterTestingHarness.create();
    const list = await harness.navigateByUrl('/list', ListPage);
    const way = TestBed.inject(Router).navigateByUrl('/one');
    list.filters.set({ name: 'Sok' });
    arrive();
    expect(await way).toBe(true);
    expect(TestBed.inject(Router).url).toBe('/one');
  });

  it('does not call somebody back who has left', async () => {
    const harness = await RouterTestingHarness.create();
    const list = await harness.navigateByUrl('/list', ListPage);
    arrive();
    await harness.navigateByUrl('/one', OnePage);
    list.filters.set({ name: 'Sok' });
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/one');
  });
});
