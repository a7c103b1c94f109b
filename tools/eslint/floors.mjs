// Which folder of a package may import which: its own and those on lower floors, never one beside it or above. From the
// lowest to the highest; folders of one line share a floor and know nothing of each other. '.' are the files of `src`
// itself. A folder without a line is an error, so a new one takes its place on purpose.
export const FLOORS = {
  'libs/platform/src': [
    ['config', 'refusals'],
    ['files'],
    ['auth'],
    ['observability'],
    ['database'],
    ['commands'],
    ['history'],
    ['events/wire'],
    ['events/inbox', 'events/outbox'],
    ['events/transport'],
    ['events/kafka', 'events/local'],
    ['events'],
    ['http'],
    ['jobs'],
    ['bulk'],
    ['metrics'],
    ['runtime'],
    ['.'],
  ],
};

/** A folder's floor, and the name under which the table has it: its own, or that of a folder around it. */
export function floorOf(floors, folder) {
  for (let name = folder; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
    const floor = floors.findIndex((names) => names.includes(name));
    if (floor >= 0) return { name, floor };
  }
  return undefined;
}
