import { expect } from '@jest/globals';
import { arrayLengths } from './array-lengths.js';
import { opaqueObjects } from './opaque-objects.js';
import { temporalEquality } from './temporal-equality.js';

/** Runs before the specs of every file, in every Jest project: without it `toEqual` finds any two instants equal. */
expect.addEqualityTesters([temporalEquality, opaqueObjects, arrayLengths]);
