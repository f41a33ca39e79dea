import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

export interface Crumb {
  readonly label: string;
  readonly link: string | readonly unknown[];
}

/** Where am I, what is this, what can I do here. The heading takes the focus after a navigation. */
@Component({
  selector: 'sp-page-header',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './page-header.html',
  styleUrl: './page-header.scss',
})
export class PageHeader {
  readonly heading = input.required<string>();
  /** Set it when the heading is a person's or an organisation's own name. */
  readonly headingLang = input<string | null>(null);
  readonly caption = input('');
  readonly crumbs = input<readonly Crumb[]>([]);
}
