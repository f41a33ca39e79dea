export { RiskModule } from './risk.module';
export { Flags, type OpenFlag } from './flags/flags.service';
export { RiskFlagAccepted, RiskFlagDecided, RiskFlagRaised } from './flags/flag.events';
export { FLAG_STATES, FLAG_TRANSITIONS, RESPONSE_DAYS, type FlagState } from './flags/flag.rules';
export { OFFERS_OF_HELP, type OfferOfHelp } from './flags/offers-of-help.rules';
export { TIERS, type BandCode, type Tier } from './score-cards/tier.rules';
export { ScreeningsService } from './screenings/screenings.service';
