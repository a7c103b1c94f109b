import type { PipeTransform } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '@motcua/platform';
import { TARGET_FIGURES, type TargetFigure } from '../targets/target-row.js';

class Figure implements PipeTransform<string, TargetFigure> {
  transform(value: string): TargetFigure {
    const found = TARGET_FIGURES.find((figure) => figure === value);
    if (found === undefined) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    return found;
  }
}

export const FigureOfTarget = new Figure();
