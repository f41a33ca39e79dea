import { mayRecordWith, type InstrumentVersion } from './instrument.rules';
import { ONLINE_SCAM_EXPOSURE_1 } from './online-scam-exposure-1/online-scam-exposure-1';

/** Every version that was ever published, in order. Versions are added, never edited and never removed. */
export const INSTRUMENT_VERSIONS: readonly InstrumentVersion[] = [ONLINE_SCAM_EXPOSURE_1];

export const findInstrument = (id: string): InstrumentVersion | null =>
  INSTRUMENT_VERSIONS.find((version) => version.id === id) ?? null;

/** For what is stored already: a recorded screening always names a version that is kept. */
export const getInstrument = (id: string): InstrumentVersion => {
  const version = findInstrument(id);
  if (!version) {
    throw new Error(`Instrument version ${id} is missing from the catalogue although it was used.`);
  }
  return version;
};

export const currentInstrument = (): InstrumentVersion => {
  const published = INSTRUMENT_VERSIONS.filter(mayRecordWith).at(-1);
  if (!published) {
    throw new Error('No instrument version is published.');
  }
  return published;
};
