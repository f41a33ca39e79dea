import { Component, computed, inject, input, viewChild } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { IndicatorDto } from '@sampan/web-client';
import { Dialog, Fact, Icon, Summary } from '@sampan/web-kit';

/** The definition of a number, one click away from it: numerator, denominator, window, exclusions, source. */
@Component({
  selector: 'sp-definition',
  imports: [TranslocoPipe, Dialog, Fact, Icon, Summary],
  template: `
    <button type="button" class="sp-button sp-button--quiet" (click)="open()">
      <sp-icon name="info" /> {{ 'ministry.definition.open' | transloco }}<span class="sp-visually-hidden"> {{ text().name }}</span>
    </button>
    <sp-dialog side [heading]="text().name">
      <sp-summary>
        <sp-fact [label]="'ministry.definition.numerator' | transloco">{{ text().numerator }}</sp-fact>
        <sp-fact [label]="'ministry.definition.denominator' | transloco">{{ text().denominator }}</sp-fact>
        <sp-fact [label]="'ministry.definition.window' | transloco">{{ text().window }}</sp-fact>
        <sp-fact [label]="'ministry.definition.exclusions' | transloco">{{ text().exclusions }}</sp-fact>
        <sp-fact [label]="'ministry.definition.unit' | transloco">{{ text().unit }}</sp-fact>
        <sp-fact [label]="'ministry.definition.source' | transloco">{{ text().source }}</sp-fact>
        <sp-fact [label]="'ministry.definition.version' | transloco">{{ of().key }} · {{ of().version }}</sp-fact>
      </sp-summary>
    </sp-dialog>
  `,
  styles: `.sp-button { padding-inline: var(--sp-2); font-size: var(--sp-size-small); }`,
})
export class Definition {
  readonly of = input.required<IndicatorDto>();
  private readonly transloco = inject(TranslocoService);
  private readonly dialog = viewChild.required(Dialog);
  protected readonly text = computed(() => textIn(this.of(), this.transloco.activeLang()));

  protected open(): void {
    this.dialog().open();
  }
}

/** The words of an indicator in the language of the screen. */
export const textIn = ({ texts }: IndicatorDto, language: string): IndicatorDto['texts']['en'] => texts[language as keyof IndicatorDto['texts']] ?? texts.en;
