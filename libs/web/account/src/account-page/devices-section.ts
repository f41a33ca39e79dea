import { Component, computed, inject, resource } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, devicesEnd, devicesEndOthers, devicesList, type DeviceDto } from '@sampan/web-client';
import { action, Asking, MomentPipe, ProblemNotice, Status, Waiting } from '@sampan/web-kit';

/** "Where I am signed in": each device can be signed out from here. */
@Component({
  selector: 'sp-devices-section',
  imports: [TranslocoPipe, MomentPipe, ProblemNotice, Status, Waiting],
  templateUrl: './devices-section.html',
})
export class DevicesSection {
  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly devices = resource({ loader: () => this.api.invoke(devicesList) });
  protected readonly hasOthers = computed(() => this.devices.hasValue() && this.devices.value().some((device) => !device.current));

  protected readonly end = action(async (deviceId: string) => {
    await this.api.invoke(devicesEnd, { deviceId });
    this.devices.reload();
  });

  protected readonly endOthers = action(async () => {
    const agreed = await this.asking.confirm({
      heading: this.transloco.translate('account.devices.endOthers'),
      text: this.transloco.translate('account.devices.endOthersText'),
      confirm: this.transloco.translate('account.devices.endOthers'),
    });
    if (agreed) {
      await this.api.invoke(devicesEndOthers);
      this.devices.reload();
    }
  });

  protected nameOf({ browser, system }: DeviceDto): string {
    const unknown = this.transloco.translate('account.devices.unknown');
    return browser && system ? this.transloco.translate('account.devices.name', { browser, system }) : (browser ?? system ?? unknown);
  }
}
