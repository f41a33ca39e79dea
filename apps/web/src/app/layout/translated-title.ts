import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';

const PRODUCT = 'Sampan';

/** A route's `title` is the key of its words. Never a person's name: titles stand in tab bars and histories. */
@Injectable({ providedIn: 'root' })
export class TranslatedTitle extends TitleStrategy {
  private readonly key = signal<string | null>(null);

  constructor() {
    super();
    const [title, transloco] = [inject(Title), inject(TranslocoService)];
    effect(() => {
      transloco.activeLang();
      const key = this.key();
      title.setTitle(key ? `${transloco.translate(key)} – ${PRODUCT}` : PRODUCT);
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.key.set(this.buildTitle(state) ?? null);
  }
}
