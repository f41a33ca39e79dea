import { Module } from '@nestjs/common';
import { AccessModule } from '@sampan/access';
import type { EntityClass } from '@sampan/kernel';
import { OrganisationsModule } from '@sampan/organisations';
import { BreakGlassController } from './break-glass/break-glass.controller';
import { BreakGlass } from './break-glass/break-glass.entity';
import { BreakGlassRepository } from './break-glass/break-glass.repository';
import { BreakGlasses } from './break-glass/break-glass.service';
import { CaseloadEntry } from './caseload/caseload-entry.entity';
import { CaseloadController } from './caseload/caseload.controller';
import { CaseloadHandOver } from './caseload/caseload-hand-over';
import { CaseloadRepository } from './caseload/caseload.repository';
import { Caseload } from './caseload/caseload.service';
import { ConsentAge } from './consents/consent-age.entity';
import { ConsentOverride } from './consents/consent-override.entity';
import { Consent } from './consents/consent.entity';
import { ConsentsController } from './consents/consents.controller';
import { ConsentsRepository } from './consents/consents.repository';
import { Consents } from './consents/consents.service';
import { LegalBasisOfPurpose } from './consents/legal-basis.entity';
import { Contact } from './contacts/contact.entity';
import { ContactsController } from './contacts/contacts.controller';
import { Contacts } from './contacts/contacts.service';
import { ComparablesRepository } from './duplicates/comparables.repository';
import { DuplicatePair } from './duplicates/duplicate-pair.entity';
import { DuplicatePairsRepository } from './duplicates/duplicate-pairs.repository';
import { DuplicatesController } from './duplicates/duplicates.controller';
import { Duplicates } from './duplicates/duplicates.service';
import { PersonKey } from './duplicates/person-key.entity';
import { PersonKeysRepository } from './duplicates/person-keys.repository';
import { Steward } from './duplicates/steward.service';
import { ExternalId } from './identifiers/external-id.entity';
import { ExternalIds } from './identifiers/external-ids';
import { IdentityDocument } from './identifiers/identity-document.entity';
import { IdentityDocumentsController } from './identifiers/identity-documents.controller';
import { IdentityDocuments } from './identifiers/identity-documents.service';
import { CheckImport } from './imports/check-import.job';
import { CommitImport } from './imports/commit-import.job';
import { ImportRow } from './imports/import-row.entity';
import { ImportRows } from './imports/import-rows.service';
import { Import } from './imports/import.entity';
import { ImportsController } from './imports/imports.controller';
import { ImportsRepository } from './imports/imports.repository';
import { Imports } from './imports/imports.service';
import { NewPeople } from './imports/new-people.service';
import { RowCommit } from './imports/row-commit.service';
import { UndoImport } from './imports/undo-import.job';
import { RememberedMapping } from './imports/remembered-mapping.entity';
import { Openings } from './openings/openings.service';
import { OpeningsController } from './openings/openings.controller';
import { NewPeopleRepository } from './persons/new-people.repository';
import { PeopleController } from './persons/people.controller';
import { People } from './persons/people.service';
import { PersonFiles } from './persons/person-file.service';
import { PersonFilesRepository } from './persons/person-files.repository';
import { PersonFiling } from './persons/person-filing.service';
import { PersonListsRepository } from './persons/person-lists.repository';
import { Person } from './persons/person.entity';
import { PersonsRepository } from './persons/persons.repository';
import { Registration } from './persons/registration.service';
import { TimelineEntry } from './timeline/timeline-entry.entity';
import { TimelineController } from './timeline/timeline.controller';
import { TimelineRepository } from './timeline/timeline.repository';
import { Timeline } from './timeline/timeline.service';

@Module({
  imports: [OrganisationsModule, AccessModule],
  controllers: [BreakGlassController, OpeningsController, DuplicatesController, PeopleController, IdentityDocumentsController, ContactsController, ConsentsController, CaseloadController, TimelineController, ImportsController],
  providers: [
    PersonsRepository, PersonListsRepository, PersonFilesRepository, NewPeopleRepository, People, PersonFiles, PersonFiling, Registration, IdentityDocuments, Contacts, ConsentsRepository, Consents, CaseloadRepository, Caseload, CaseloadHandOver,
    TimelineRepository, Timeline, PersonKeysRepository, ComparablesRepository, DuplicatePairsRepository, Duplicates, Steward, ExternalIds,
    ImportsRepository, Imports, ImportRows, NewPeople, RowCommit, CheckImport, CommitImport, UndoImport, BreakGlassRepository, BreakGlasses, Openings,
  ],
  exports: [People, Registration, Consents, Caseload, CaseloadHandOver, Timeline, Contacts],
})
export class PeopleModule {
  static readonly entities: readonly EntityClass[] = [
    Person, IdentityDocument, ExternalId, Contact, Consent, ConsentOverride, ConsentAge, LegalBasisOfPurpose, CaseloadEntry, TimelineEntry, PersonKey, DuplicatePair,
    Import, ImportRow, RememberedMapping, BreakGlass,
  ];
}
