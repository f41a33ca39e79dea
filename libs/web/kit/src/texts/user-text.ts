import { Directive, effect, ElementRef, inject, input } from '@angular/core';

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Lao}/u, 'lo'],
  [/\p{Script=Myanmar}/u, 'my'],
  [/\p{Script=Han}/u, 'zh'],
];

/** The language that a text's script speaks for; `und` for Latin, since a Latin name may be anybody's. */
export const languageOfScript = (text: string | null | undefined): string => SCRIPTS.find(([script]) => script.test(text ?? ''))?.[1] ?? 'und';

/**
 * `<span [spUserText]="person.fullName"></span>`: text that people wrote, with the `lang` that its script speaks for,
 * so that fonts, line height and screen readers treat it right whatever language the screen is in.
 */
@Directive({ selector: '[spUserText]' })
export class UserText {
  readonly spUserText = input.required<string | null | undefined>();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => {
      host.textContent = this.spUserText() ?? '';
      host.lang = languageOfScript(this.spUserText());
      host.dir = 'auto';
    });
  }
}
