import { Nested } from '@motcua/platform';
import { type GroupScore, type IndexScore, toNumber } from '@motcua/reporting-domain';
import type { GroupView } from './group.view.js';
import { GroupsView } from './groups.view.js';
import { Points } from './points.decorator.js';

export class IndexView {
  @Nested(() => GroupsView) readonly groups!: GroupsView;
  @Points({ description: 'Sum of the groups that were scored' }) readonly score!: number;
  @Points() readonly max!: number;
}

const groupView = ({ score, max, ratio, provisional, components }: GroupScore): GroupView => ({
  score: toNumber(score),
  max: toNumber(max),
  ratio: toNumber(ratio),
  ...(provisional && { provisional }),
  components: components.map((component) => ({
    name: component.name,
    score: component.score === null ? null : toNumber(component.score),
    max: toNumber(component.max),
  })),
});

export const indexView = ({ groups, score, max }: IndexScore): IndexView => ({
  groups: Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, groupView(group)])),
  score: toNumber(score),
  max: toNumber(max),
});
