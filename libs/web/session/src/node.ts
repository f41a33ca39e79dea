import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { Session } from './session';

/** What kind of node this is; known before anybody has signed in. */
@Injectable({ providedIn: 'root' })
export class NodeAbout {
  private readonly session = inject(Session);
  private readonly about = httpResource<{ readonly demo: boolean }>(() => '/api/v1/node');
  /** The people here are invented. */
  readonly demo = computed(() => this.session.who()?.demo ?? (this.about.hasValue() && this.about.value().demo));
}
