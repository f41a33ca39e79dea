import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { In } from 'typeorm';
import { ConsentAge } from './consent-age.entity';
import { ConsentOverride } from './consent-override.entity';
import { Consent } from './consent.entity';
import type { ConsentAges, ConsentPurpose, LegalBasis } from './consent.rules';
import { LegalBasisOfPurpose } from './legal-basis.entity';

/** For a country without a row: the strictest of the region. */
const STRICTEST: ConsentAges = { aloneFrom: 20, togetherFrom: 10 };

@Injectable()
export class ConsentsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  history(personIds: readonly string[]): Promise<Consent[]> {
    return this.unitOfWork.manager.find(Consent, { where: { personId: In([...personIds]) }, order: { recordedAt: 'DESC', id: 'DESC' } });
  }

  find(personId: string, id: string): Promise<Consent | null> {
    return this.unitOfWork.manager.findOneBy(Consent, { id, personId });
  }

  /** Of all records that were found to be one person. */
  latest(personIds: readonly string[], purpose: ConsentPurpose): Promise<Consent | null> {
    return this.unitOfWork.manager.findOne(Consent, { where: { personId: In([...personIds]), purpose }, order: { recordedAt: 'DESC', id: 'DESC' } });
  }

  async add(consent: Omit<Consent, 'person'>): Promise<void> {
    await this.unitOfWork.manager.insert(Consent, consent);
  }

  async basisOf(country: string, purpose: ConsentPurpose): Promise<LegalBasis> {
    return (await this.unitOfWork.manager.findOneBy(LegalBasisOfPurpose, { country, purpose }))?.basis ?? 'consent';
  }

  async agesOf(country: string): Promise<ConsentAges> {
    return (await this.unitOfWork.manager.findOneBy(ConsentAge, { country })) ?? STRICTEST;
  }

  async addOverride(override: Omit<ConsentOverride, 'person'>): Promise<void> {
    await this.unitOfWork.manager.insert(ConsentOverride, override);
  }

  listOverrides(personId: string): Promise<ConsentOverride[]> {
    return this.unitOfWork.manager.find(ConsentOverride, { where: { personId }, order: { allowedAt: 'DESC' } });
  }

  /** One override, one action: the guarded update lets only one of two who come at once use it. */
  async useOverride(personId: string, purpose: ConsentPurpose, usedAt: Date): Promise<string | null> {
    const [rows]: [{ id: string }[], number] = await this.unitOfWork.manager.query(
      `UPDATE consent_override SET used_at = $3
       WHERE used_at IS NULL AND id = (SELECT id FROM consent_override WHERE person_id = $1 AND purpose = $2 AND used_at IS NULL ORDER BY allowed_at LIMIT 1 FOR UPDATE)
       RETURNING id`,
      [personId, purpose, usedAt],
    );
    return rows[0]?.id ?? null;
  }
}
