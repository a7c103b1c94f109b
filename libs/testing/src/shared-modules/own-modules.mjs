/** What each suite loads for itself: the spec, its fixtures, what Jest hands it by name, and the list of its tests. */
const OWN = /\.(spec|fixture)\.m?[jt]s(\?|$)|^@jest\/globals\/|\/jest-circus\//;

export const isShared = (module) => !OWN.test(module);
