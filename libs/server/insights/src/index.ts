export { InsightsModule } from './insights.module';
export { Releases, type BuildRequest } from './releases/releases.service';
