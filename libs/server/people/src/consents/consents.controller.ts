import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { consentReceipt, type ConsentReceipt } from './consent-receipt.rules';
import { AllowWithoutConsentDto, ConsentDto, ConsentOverrideDto, PurposeDto, RecordConsentDto, toConsentDto, toOverrideDto, toPurposeDto } from './consent.dto';
import { Consents } from './consents.service';

@ApiTags('people')
@Controller('people/:personId')
export class ConsentsController {
  constructor(private readonly consents: Consents) {}

  @Get('consents')
  @Requires('consent.read')
  @ApiOperation({ summary: 'What the person agreed to, purpose by purpose, with every answer' })
  @ApiOkResponse({ type: [PurposeDto] })
  async list(@CurrentViewer() viewer: Viewer, @Param('personId', ParseUUIDPipe) personId: string): Promise<PurposeDto[]> {
    return (await this.consents.list(viewer, personId)).map(toPurposeDto);
  }

  @Post('consents')
  @Requires('consent.record')
  @ApiOperation({ summary: 'Record an answer: given, refused or withdrawn' })
  @ApiCreatedResponse({ type: ConsentDto })
  async record(@CurrentViewer() viewer: Viewer, @Param('personId', ParseUUIDPipe) personId: string, @Body() answer: RecordConsentDto): Promise<ConsentDto> {
    return toConsentDto(await this.consents.record(viewer, personId, answer));
  }

  @Get('consents/:consentId/receipt')
  @Requires('consent.read')
  @ApiOperation({ summary: 'The receipt of one answer, with the field names of ISO/IEC TS 27560' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async receipt(
    @CurrentViewer() viewer: Viewer,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Param('consentId', ParseUUIDPipe) consentId: string,
  ): Promise<ConsentReceipt> {
    const { consent, organisationId } = await this.consents.find(viewer, personId, consentId);
    return consentReceipt(consent, organisationId);
  }

  @Get('consent-overrides')
  @Requires('consent.read')
  @ApiOperation({ summary: 'Actions that were allowed without consent, and why' })
  @ApiOkResponse({ type: [ConsentOverrideDto] })
  async overrides(@CurrentViewer() viewer: Viewer, @Param('personId', ParseUUIDPipe) personId: string): Promise<ConsentOverrideDto[]> {
    return (await this.consents.overrides(viewer, personId)).map(toOverrideDto);
  }

  @Post('consent-overrides')
  @Requires('consent.override')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Allow one action without consent, on a named basis' })
  @ApiNoContentResponse()
  allowOnce(@CurrentViewer() viewer: Viewer, @Param('personId', ParseUUIDPipe) personId: string, @Body() override: AllowWithoutConsentDto): Promise<void> {
    return this.consents.allowOnce(viewer, personId, override);
  }
}
