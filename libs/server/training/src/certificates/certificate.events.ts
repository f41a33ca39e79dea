import type { DomainEvent } from '@sampan/kernel';

export class CertificateIssued implements DomainEvent {
  static readonly eventName = 'training.certificate-issued';

  constructor(
    readonly personId: string,
    readonly centreId: string,
    readonly certificateId: string,
    readonly programmeCode: string,
  ) {}
}
