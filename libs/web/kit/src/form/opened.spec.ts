import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Opened } from './opened';

@Component({
  imports: [Opened],
  template: `
    <a href="#before">Before</a>
    <section>
      <p>The list</p>
      @if (open()) {
        <form spOpened><input type="text" aria-label="Step" /><button type="button" class="close" (click)="open.set(false)">Close</button></form>
      } @else {
        <button type="button" class="open" (click)="open.set(true)">Add a step</button>
      }
    </section>
  `,
})
class Page {
  readonly open = signal(false);
}

describe('a form in the place of its button', () => {
  let page: ComponentFixture<Page>;
  let element: HTMLElement;
  const press = async (button: string): Promise<void> => {
    const one = element.querySelector<HTMLElement>(button)!;
    one.focus();
    one.click();
    await page.whenStable();
    await new Promise((resolve) => setTimeout(resolve));
  };

  beforeEach(async () => {
    page = TestBed.createComponent(Page);
    element = page.nativeElement as HTMLElement;
    document.body.append(element);
    await page.whenStable();
  });
  afterEach(() => element.remove());

  it('takes the focus into its first field', async () => {
    await press('.open');
    expect(document.activeElement?.tagName).toBe('INPUT');
  });

  it('hands the focus on to what stands in its place afterwards', async () => {
    await press('.open');
    await press('.close');
    expect(document.activeElement).toBe(element.querySelector('.open'));
  });

  it('calls nobody back who is somewhere else by then', async () => {
    await press('.open');
    element.querySelector('a')?.focus();
    page.componentInstance.open.set(false);
    await page.whenStable();
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.activeElement).toBe(element.querySelector('a'));
  });
});
