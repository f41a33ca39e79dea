import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Classifications } from './classifications';

// Impure, because names come later than the first look, and in another language when the screen changes it.

/** `'7212' | spOccupation` → Welders and flame cutters. */
@Pipe({ name: 'spOccupation', pure: false })
export class OccupationPipe implements PipeTransform {
  private readonly classifications = inject(Classifications);

  transform(code: string | null | undefined): string {
    return code ? this.classifications.occupation(code) : '–';
  }
}

/** `'0715' | spEducationField` → Mechanics and metal trades. */
@Pipe({ name: 'spEducationField', pure: false })
export class EducationFieldPipe implements PipeTransform {
  private readonly classifications = inject(Classifications);

  transform(code: string | null | undefined): string {
    return code ? this.classifications.educationField(code) : '–';
  }
}
