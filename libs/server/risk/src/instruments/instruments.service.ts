import { Injectable } from '@nestjs/common';
import { notFound } from '@sampan/kernel';
import type { InstrumentDto, InstrumentSummaryDto } from './instrument.dto';
import type { InstrumentVersion } from './instrument.rules';
import { findInstrument, INSTRUMENT_VERSIONS } from './instruments.catalogue';

/** The questions, as published. They are nobody's secret within the roles that may ask them. */
@Injectable()
export class InstrumentsService {
  list(): InstrumentSummaryDto[] {
    return INSTRUMENT_VERSIONS.map(summaryOf);
  }

  get(id: string): InstrumentDto {
    const instrument = findInstrument(id);
    if (!instrument) {
      throw notFound('INSTRUMENT_NOT_FOUND', 'The instrument');
    }
    const { introduction, scale, sections, sources } = instrument;
    const items = instrument.items.map(({ code, section, direction, sources: from, validDays, text }) => ({
      code,
      section,
      direction,
      sources: from,
      validDays,
      text,
    }));
    return { ...summaryOf(instrument), introduction, scale, sections, items, sources };
  }
}

const summaryOf = ({ id, code, version, status, publishedOn, title }: InstrumentVersion): InstrumentSummaryDto => ({
  id,
  code,
  version,
  status,
  publishedOn,
  title,
});
