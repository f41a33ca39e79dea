import { Body, Controller, Get, Header, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, FromReplica, Open, type Page, ProblemDto, Requires, type Viewer } from '@sampan/kernel';
import { CertificateCheck } from './certificate-check';
import { CertificatePapers } from './certificate-papers';
import {
  CertificateDto,
  CertificatePageDto,
  CertificatePaperQuery,
  CertificateQuery,
  ChangeCertificateDto,
  IssueCertificateDto,
  VerifiedCertificateDto,
} from './certificate.dto';
import { CertificatesService } from './certificates.service';

@ApiTags('training')
@Controller('certificates')
export class CertificatesController {
  constructor(
    private readonly certificates: CertificatesService,
    private readonly papers: CertificatePapers,
    private readonly check: CertificateCheck,
  ) {}

  @Get()
  @FromReplica()
  @Requires('certificate.read')
  @ApiOperation({ summary: 'Certificates of a person or a cohort, latest first' })
  @ApiOkResponse({ type: CertificatePageDto })
  list(@CurrentViewer() viewer: Viewer, @Query() query: CertificateQuery): Promise<Page<CertificateDto>> {
    return this.certificates.list(viewer, query);
  }

  @Post()
  @Requires('certificate.issue')
  @ApiOperation({ summary: 'Issue the certificate of a completed enrolment' })
  @ApiCreatedResponse({ type: CertificateDto })
  issue(@CurrentViewer() viewer: Viewer, @Body() certificate: IssueCertificateDto): Promise<CertificateDto> {
    return this.certificates.issue(viewer, certificate);
  }

  @Get('verify/:token')
  @Open('An employer checks a certificate by the code on the paper; nothing but the paper itself is confirmed.')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Check a certificate by its code, without signing in' })
  @ApiOkResponse({ type: VerifiedCertificateDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  verify(@Param('token') token: string): Promise<VerifiedCertificateDto> {
    return this.check.verify(token);
  }

  @Get(':certificateId')
  @Requires('certificate.read')
  @ApiOperation({ summary: 'One certificate' })
  @ApiOkResponse({ type: CertificateDto })
  one(@CurrentViewer() viewer: Viewer, @Param('certificateId', ParseUUIDPipe) certificateId: string): Promise<CertificateDto> {
    return this.certificates.get(viewer, certificateId);
  }

  @Get(':certificateId/pdf')
  @Requires('certificate.read')
  @ApiOperation({ summary: 'The certificate to print' })
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async pdf(
    @CurrentViewer() viewer: Viewer,
    @Param('certificateId', ParseUUIDPipe) certificateId: string,
    @Query() { language }: CertificatePaperQuery,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.papers.print(viewer, certificateId, language), { type: 'application/pdf', disposition: 'inline; filename="certificate.pdf"' });
  }

  @Post(':certificateId/suspend')
  @Requires('certificate.revoke')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Suspend a certificate while something is being looked into' })
  @ApiOkResponse({ type: CertificateDto })
  suspend(
    @CurrentViewer() viewer: Viewer,
    @Param('certificateId', ParseUUIDPipe) certificateId: string,
    @Body() change: ChangeCertificateDto,
  ): Promise<CertificateDto> {
    return this.certificates.move(viewer, certificateId, 'suspended', change);
  }

  @Post(':certificateId/reinstate')
  @Requires('certificate.revoke')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Put a suspended certificate in force again' })
  @ApiOkResponse({ type: CertificateDto })
  reinstate(
    @CurrentViewer() viewer: Viewer,
    @Param('certificateId', ParseUUIDPipe) certificateId: string,
    @Body() change: ChangeCertificateDto,
  ): Promise<CertificateDto> {
    return this.certificates.move(viewer, certificateId, 'issued', change);
  }

  @Post(':certificateId/revoke')
  @Requires('certificate.revoke')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Revoke a certificate for good' })
  @ApiOkResponse({ type: CertificateDto })
  revoke(
    @CurrentViewer() viewer: Viewer,
    @Param('certificateId', ParseUUIDPipe) certificateId: string,
    @Body() change: ChangeCertificateDto,
  ): Promise<CertificateDto> {
    return this.certificates.move(viewer, certificateId, 'revoked', change);
  }
}
