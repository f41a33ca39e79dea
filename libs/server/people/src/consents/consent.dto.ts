import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay } from '@sampan/kernel';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import type { ConsentOverride } from './consent-override.entity';
import type { Consent } from './consent.entity';
import {
  CONSENT_ANSWERS, CONSENT_GIVERS, CONSENT_METHODS, CONSENT_PURPOSES, CONSENT_STATES, LEGAL_BASES, type ConsentAnswer, type ConsentGiver, type ConsentMethod,
  type ConsentPurpose, type ConsentState, type LegalBasis,
} from './consent.rules';
import type { PurposeState } from './consents.service';

export class RecordConsentDto {
  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a05', description: 'Made by the client: the same request repeated is one answer.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ enum: CONSENT_PURPOSES, example: 'hold-record' })
  @IsIn(CONSENT_PURPOSES)
  readonly purpose: ConsentPurpose;

  @ApiProperty({ enum: CONSENT_ANSWERS, example: 'given' })
  @IsIn(CONSENT_ANSWERS)
  readonly answer: ConsentAnswer;

  @ApiProperty({ example: '2026-1', maxLength: 40, description: 'Version of the notice that was explained.' })
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  readonly noticeVersion: string;

  @ApiProperty({ example: 'km', description: 'BCP 47.' })
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  readonly noticeLanguage: string;

  @ApiProperty({ enum: CONSENT_METHODS, example: 'thumbprint' })
  @IsIn(CONSENT_METHODS)
  readonly method: ConsentMethod;

  @ApiProperty({ enum: CONSENT_GIVERS, example: 'self' })
  @IsIn(CONSENT_GIVERS)
  readonly givenBy: ConsentGiver;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200, description: 'The partner, for sharing with one.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly recipient?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 1000, description: 'What not to tell whom.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  readonly withhold?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsDay()
  readonly validUntil?: string | null;
}

export class ConsentDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: CONSENT_PURPOSES })
  readonly purpose: ConsentPurpose;

  @ApiProperty({ enum: CONSENT_ANSWERS })
  readonly answer: ConsentAnswer;

  @ApiProperty({ enum: LEGAL_BASES })
  readonly basis: LegalBasis;

  @ApiProperty({ example: '2026-1' })
  readonly noticeVersion: string;

  @ApiProperty({ example: 'km' })
  readonly noticeLanguage: string;

  @ApiProperty({ enum: CONSENT_METHODS })
  readonly method: ConsentMethod;

  @ApiProperty({ enum: CONSENT_GIVERS })
  readonly givenBy: ConsentGiver;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly recipient: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly withhold: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  readonly validUntil: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly recordedAt: string;
}

export class PurposeDto {
  @ApiProperty({ enum: CONSENT_PURPOSES })
  readonly purpose: ConsentPurpose;

  @ApiProperty({ enum: CONSENT_STATES })
  readonly state: ConsentState;

  @ApiProperty({ enum: LEGAL_BASES })
  readonly basis: LegalBasis;

  @ApiProperty({ type: [ConsentDto] })
  readonly history: ConsentDto[];
}

export class AllowWithoutConsentDto {
  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a06' })
  @IsUUID()
  readonly id: string;

  @ApiProperty({ enum: CONSENT_PURPOSES, example: 'follow-up-contact' })
  @IsIn(CONSENT_PURPOSES)
  readonly purpose: ConsentPurpose;

  @ApiProperty({ enum: LEGAL_BASES, example: 'vital-interest' })
  @IsIn(LEGAL_BASES)
  readonly basis: LegalBasis;

  @ApiProperty({ example: 'Has not answered for a week after asking for help.', minLength: 5, maxLength: 1000 })
  @IsString()
  @MinLength(5)
  @MaxLength(1000)
  readonly reason: string;
}

export class ConsentOverrideDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: CONSENT_PURPOSES })
  readonly purpose: ConsentPurpose;

  @ApiProperty({ enum: LEGAL_BASES })
  readonly basis: LegalBasis;

  @ApiProperty({ example: 'Has not answered for a week after asking for help.' })
  readonly reason: string;

  @ApiProperty({ format: 'date-time' })
  readonly allowedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  readonly usedAt: string | null;
}

export const toConsentDto = (consent: Consent): ConsentDto => ({
  id: consent.id, purpose: consent.purpose, answer: consent.answer, basis: consent.basis, noticeVersion: consent.noticeVersion, noticeLanguage: consent.noticeLanguage,
  method: consent.method, givenBy: consent.givenBy, recipient: consent.recipient, withhold: consent.withhold, validUntil: consent.validUntil,
  recordedAt: consent.recordedAt.toISOString(),
});

export const toPurposeDto = ({ purpose, state, basis, history }: PurposeState): PurposeDto => ({ purpose, state, basis, history: history.map(toConsentDto) });

export const toOverrideDto = ({ id, purpose, basis, reason, allowedAt, usedAt }: ConsentOverride): ConsentOverrideDto => ({
  id, purpose, basis, reason, allowedAt: allowedAt.toISOString(), usedAt: usedAt?.toISOString() ?? null,
});
