import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class FieldProblem {
  @ApiProperty({ example: 'birthDate.year', description: 'Where in the body, query or path.' })
  readonly field: string;

  @ApiProperty({ example: 'isInt', description: 'The name of the broken constraint; the web translates it.' })
  readonly code: string;

  @ApiProperty({ example: 'year must be an integer number' })
  readonly message: string;
}

/** RFC 9457 problem details, with a stable code that the web translates. */
export class ProblemDto {
  @ApiProperty({ example: 'about:blank' })
  readonly type: string;

  @ApiProperty({ example: 'Conflict' })
  readonly title: string;

  @ApiProperty({ example: 409 })
  readonly status: number;

  @ApiProperty({ example: 'STALE_VERSION' })
  readonly code: string;

  @ApiProperty({ example: 'Somebody else has changed this in the meantime.' })
  readonly detail: string;

  @ApiProperty({ example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a4b' })
  readonly requestId: string;

  @ApiPropertyOptional({ type: [FieldProblem] })
  readonly errors?: FieldProblem[];

  @ApiPropertyOptional({ type: Object, additionalProperties: true, description: 'What goes with the code: both values of a conflict, what is missing for a gate.' })
  readonly details?: Readonly<Record<string, unknown>>;
}
