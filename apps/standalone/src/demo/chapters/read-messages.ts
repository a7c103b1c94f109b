import type { StoryDossier, StoryWorld } from '../story/story-world.js';

export async function readMessages(_world: StoryWorld, _dossier: StoryDossier): Promise<void> {}
