import type { NamesByLanguage } from './programme-version.rules';
import programmes from './starting-programmes.data.json';

/** A sample to begin with. Fields by ISCED-F 2013, occupations by ISCO-08; hours are usual for short courses of the region. */
export interface StartingProgramme {
  readonly code: string;
  readonly hours: number;
  readonly iscedField: string;
  readonly iscoOccupations: readonly string[];
  /** ASEAN Qualifications Reference Framework: 1 and 2 are what a short course without conditions of entry reaches. */
  readonly aqrfLevel: number;
  readonly names: NamesByLanguage;
}

export const STARTING_PROGRAMMES: readonly StartingProgramme[] = programmes;

/** As such courses are usually completed; the operator changes it in the draft. */
export const USUAL_CONDITIONS = { minimumAttendancePercent: 80, assessmentRequired: true } as const;
