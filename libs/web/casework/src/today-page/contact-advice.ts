import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ContactAdviceDto } from '@sampan/web-client';
import { Icon, UserText } from '@sampan/web-kit';
import { contactLink } from './contact-link';

/** How, when and by whom it is safe to reach somebody, in one tap. What is not known to be safe is not shown at all. */
@Component({
  selector: 'sp-contact-advice',
  imports: [RouterLink, TranslocoPipe, Icon, UserText],
  templateUrl: './contact-advice.html',
  styleUrl: './contact-advice.scss',
})
export class ContactAdvice {
  readonly contact = input.required<ContactAdviceDto>();
  readonly personId = input.required<string>();
  protected readonly means = computed(() => this.contact().means.map((one) => ({ ...one, link: contactLink(one.kind, one.value) })));
}
