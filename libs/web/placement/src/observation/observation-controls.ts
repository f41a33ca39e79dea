import { FormControl, Validators } from '@angular/forms';
import type { RecordObservationDto } from '@sampan/web-client';
import { wageControls } from '../wage-fields';

/** The questions of a check, to be spread into a form. */
export const observationControls = () => ({
  employment: new FormControl<RecordObservationDto['employment'] | ''>('', { nonNullable: true, validators: Validators.required }),
  sameEmployer: new FormControl<boolean | null>(null),
  ...wageControls(),
  indicators: new FormControl<readonly NonNullable<RecordObservationDto['indicators']>[number][]>([], { nonNullable: true }),
  words: new FormControl('', { nonNullable: true, validators: Validators.maxLength(10_000) }),
});

type Written = { [K in keyof ReturnType<typeof observationControls>]: ReturnType<typeof observationControls>[K]['value'] };

/**
 * What of it may be sent. Without `rights` the answers about wage, hours and rights stay behind, whatever was typed before
 * the employer came in.
 */
export const observationOf = ({ employment, sameEmployer, wageAmount, wageCurrency, wagePeriod, hoursPerWeek, indicators, words }: Written, rights: boolean) => ({
  employment: employment || ('unknown' as const),
  sameEmployer,
  ...(rights
    ? { hoursPerWeek, indicators: [...indicators], words: words.trim() || null, ...(wageAmount === null ? {} : { wageAmount, wageCurrency, wagePeriod }) }
    : {}),
});
