export { RiskModule } from './risk.module';
export { Flags } from './flags/flags.service';
export { RiskFlagAccepted, RiskFlagDecided, RiskFlagRaised } from './flags/flag.events';
