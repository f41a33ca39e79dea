import type { Fact } from '@sampan/kernel';
import type { LocalisedText } from './localised-text';

/** Who may see a fact that weighs in a score. */
export type FactClass = Extract<Fact, 'fact.protection' | 'fact.placement' | 'fact.sensitive'>;

export const RATINGS = ['present', 'partial', 'absent', 'unknown'] as const;
export type Rating = (typeof RATINGS)[number];

export type InstrumentStatus = 'draft' | 'published' | 'retired';
export type Direction = 'risk' | 'protective';

export interface InstrumentItem {
  readonly code: string;
  readonly section: string;
  readonly direction: Direction;
  /** Keys of the instrument's list of sources. */
  readonly sources: readonly string[];
  readonly fact: FactClass;
  /** Days after which a rating no longer counts and is unknown again; null when it stays true. */
  readonly validDays: number | null;
  readonly text: LocalisedText;
}

export interface InstrumentSection {
  readonly code: string;
  readonly text: LocalisedText;
  readonly help: LocalisedText;
}

export interface InstrumentSource {
  readonly key: string;
  readonly publisher: string;
  readonly title: string;
  readonly year: string;
}

/** One version of a screening instrument. A published version never changes again: a new wording is a new version. */
export interface InstrumentVersion {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly status: InstrumentStatus;
  readonly publishedOn: string | null;
  readonly title: LocalisedText;
  readonly introduction: LocalisedText;
  readonly scale: readonly { readonly rating: Rating; readonly text: LocalisedText }[];
  /** In the order of asking: the offer and the exposure come before the person. */
  readonly sections: readonly InstrumentSection[];
  readonly items: readonly InstrumentItem[];
  readonly sources: readonly InstrumentSource[];
}

/** New screenings use published versions only; a retired version still renders and scores what was recorded with it. */
export const mayRecordWith = ({ status }: InstrumentVersion): boolean => status === 'published';

export const itemOf = (version: InstrumentVersion, code: string): InstrumentItem | undefined =>
  version.items.find((item) => item.code === code);
