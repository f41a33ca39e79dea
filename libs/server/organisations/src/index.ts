export { OrganisationsModule } from './organisations.module';
export { Centres, type CentreView } from './centres/centres';
export { Countries, type CountryView } from './countries/countries';
export { AdminAreas, type AdminAreaView } from './admin-areas/admin-areas';
export { ReferenceData } from './reference-data';
