import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { UserText } from '@sampan/web-kit';

/** What every list says about a person: the name as written, in Latin letters, and the number to say by phone. */
export interface NamedPerson {
  readonly id: string;
  readonly fullName?: string;
  readonly displayName?: string;
  readonly latinName?: string | null;
  readonly reference?: string;
}

/** A person's name in a row, a heading of a card, a sentence. It leads to their page unless `plain`. */
@Component({
  selector: 'sp-person-line',
  imports: [RouterLink, UserText],
  template: `
    @if (plain()) {
      <span class="name" [spUserText]="name()"></span>
    } @else {
      <a class="name" [routerLink]="['/people', person().id]" [spUserText]="name()"></a>
    }
    @if (second(); as latin) { <span class="sp-soft latin" lang="und">{{ latin }}</span> }
    @if (person().reference; as reference) { <span class="sp-hint sp-number">{{ reference }}</span> }
  `,
  styles: `
    :host { display: block; min-inline-size: 0; }
    .name { margin-inline-end: var(--sp-2); font-weight: 600; }
    .latin { display: inline-block; font-weight: 400; }
  `,
})
export class PersonLine {
  readonly person = input.required<NamedPerson>();
  readonly plain = input(false);
  protected readonly name = computed(() => this.person().displayName ?? this.person().fullName ?? '');
  protected readonly second = computed(() => {
    const latin = this.person().latinName;
    return latin && latin !== this.name() ? latin : null;
  });
}
