import { Module } from '@nestjs/common';
import type { EntityClass } from '@sampan/kernel';
import { OrganisationsModule } from '@sampan/organisations';
import { Counting } from './facts/counting.service';
import { FactsRepository } from './facts/facts.repository';
import { IndicatorsController } from './indicators/indicators.controller';
import { BuildRelease } from './releases/build-release.job';
import { PublishedValues } from './releases/published-values';
import { ReleaseCount } from './releases/release-count.entity';
import { ReleaseExports } from './releases/release-exports';
import { ReleaseValue } from './releases/release-value.entity';
import { Release } from './releases/release.entity';
import { ReleasesController } from './releases/releases.controller';
import { ReleasesRepository } from './releases/releases.repository';
import { Releases } from './releases/releases.service';

@Module({
  imports: [OrganisationsModule],
  controllers: [IndicatorsController, ReleasesController],
  providers: [FactsRepository, Counting, ReleasesRepository, PublishedValues, Releases, ReleaseExports, BuildRelease],
  exports: [Releases],
})
export class InsightsModule {
  static readonly entities: readonly EntityClass[] = [Release, ReleaseCount, ReleaseValue];
}
