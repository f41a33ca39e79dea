import { Injectable } from '@nestjs/common';
import { Administration } from '@sampan/access';
import { Cipher, Config, conflict, ruleBroken, systemViewer, UnitOfWork } from '@sampan/kernel';
import { AreaImport, CentreFiles, Countries, Organisations, type ImportedAreaDto } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { StartingProgrammes } from '@sampan/training';
import { codeFrom, isSameCode } from './set-up-code.rules';
import type { CheckAreasDto, SetUpDto, SetUpOffersDto } from './set-up.dto';

const SET_UP_LOCK = 7_266_228;

/**
 * The first visit to a new node: operator, centres and the first administrator, once. Whoever reads the server's terminal
 * has the code; it comes from the encryption key, so that every process of the node knows the same one and none is kept.
 */
@Injectable()
export class SetUp {
  private readonly code: string;

  constructor(
    private readonly administration: Administration,
    private readonly organisations: Organisations,
    private readonly centres: CentreFiles,
    private readonly countries: Countries,
    private readonly areas: AreaImport,
    private readonly programmes: StartingProgrammes,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
    cipher: Cipher,
  ) {
    this.code = codeFrom(Buffer.from(cipher.keyedHash('set-up', config.schema), 'base64url'));
  }

  /** For the terminal; null when there is nothing to set up. */
  async invitation(): Promise<string | null> {
    return (await this.isOpen()) ? `Nobody has an account here yet. Set up this node at ${this.config.publicUrl}/set-up with the code  ${this.code}` : null;
  }

  async offers(): Promise<SetUpOffersDto> {
    const open = await this.isOpen();
    return open ? { open, countries: await this.countries.list(), programmes: await this.programmes.offered() } : { open, countries: [], programmes: [] };
  }

  checkAreas({ code, areas }: CheckAreasDto): Promise<ImportedAreaDto[]> {
    return this.unitOfWork.run(async () => {
      await this.mustBeOpenWith(code);
      return this.areas.run(systemViewer('set-up', []), { country: areas.country, content: Buffer.from(areas.csv), dryRun: true });
    });
  }

  /** All of it or nothing, and never again. @throws SET_UP_DONE, SET_UP_CODE_WRONG, PASSWORD_TOO_SHORT, PASSWORD_TOO_EASY */
  run({ code, operator, centres, administrator, programmes, areas }: SetUpDto): Promise<void> {
    return this.unitOfWork.run(async () => {
      // Two who come at once: the second waits here, and finds the node set up.
      await this.unitOfWork.manager.query('SELECT pg_advisory_xact_lock($1)', [SET_UP_LOCK]);
      await this.mustBeOpenWith(code);
      const viewer = systemViewer('set-up', []);
      const { email, displayName, password, locale } = administrator;
      const userId = await this.administration.createAdministrator(email, displayName.trim(), password, locale, viewer);
      if (areas) {
        await this.areas.run(viewer, { country: areas.country, content: Buffer.from(areas.csv), dryRun: false });
      }
      const organisation = await this.organisations.add(viewer, operator);
      for (const centre of centres) {
        await this.centres.add(viewer, { ...centre, organisationId: organisation.id });
      }
      await this.programmes.begin({ ...viewer, userId }, programmes);
      await this.audit.record(viewer, { action: 'node.set-up', subjectType: 'organisation', subjectId: organisation.id, details: { centres: centres.length, programmes } });
    });
  }

  private async isOpen(): Promise<boolean> {
    return !this.config.demo && (await this.administration.nobodyYet());
  }

  private async mustBeOpenWith(code: string): Promise<void> {
    if (!(await this.isOpen())) {
      throw conflict('SET_UP_DONE', 'This node has been set up. Sign in.');
    }
    if (!isSameCode(code, this.code)) {
      throw ruleBroken('SET_UP_CODE_WRONG', 'This is not the code that stands in the terminal of the server.');
    }
  }
}
