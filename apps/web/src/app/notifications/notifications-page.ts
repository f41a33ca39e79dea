import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, notificationsList, notificationsMarkAllRead, type NotificationDto } from '@sampan/web-client';
import { action, Empty, MomentPipe, PageHeader, ProblemNotice, Status, Waiting } from '@sampan/web-kit';

/** Where the record that a notification is about can be opened. */
const PLACES: Readonly<Record<string, (id: string) => string>> = {
  case: (id) => `/casework/cases/${id}`,
  flag: (id) => `/casework/flags/${id}`,
  task: () => '/casework/today',
  job: () => '/admin/jobs',
  'break-glass': () => '/people/break-glass/review',
  'opening-report': (id) => `/casework/opening-reports/${id}`,
  account: () => '/account',
  release: (id) => `/ministry/releases/${id}`,
};

/** What has happened for this user. A notification says a kind and a place, never a name and never why. */
@Component({
  selector: 'sp-notifications-page',
  imports: [RouterLink, TranslocoPipe, Empty, MomentPipe, PageHeader, ProblemNotice, Status, Waiting],
  templateUrl: './notifications-page.html',
})
export class NotificationsPage {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  protected readonly news = resource({ loader: () => this.api.invoke(notificationsList) });
  protected readonly lines = computed(() => {
    const words = this.transloco.getTranslation(this.transloco.activeLang());
    return (this.news.hasValue() ? this.news.value() : []).map((one) => ({ ...one, text: this.textOf(one, words), link: PLACES[one.subjectType]?.(one.subjectId) ?? null }));
  });
  protected readonly unread = computed(() => this.lines().some((line) => !line.read));

  protected readonly markRead = action(async () => {
    await this.api.invoke(notificationsMarkAllRead);
    this.news.reload();
  });

  private textOf({ kind }: NotificationDto, words: Readonly<Record<string, unknown>>): string {
    const key = `shell.notification.${kind}`;
    return this.transloco.translate(key in words ? key : 'shell.notification.other');
  }
}
