type Play = () => Promise<void> | void;

/**
 * An `it` for the sentences of one long story, each of which needs what came before: it first plays those before it that were
 * not played yet, so that any of them may be run alone or in any order.
 */
export function chapters(): (title: string, play: Play) => void {
  let last = (): Promise<void> => Promise.resolve();
  return (title, play) => {
    const before = last;
    let played: Promise<void> | undefined;
    const chapter = (last = () => (played ??= before().then(play)));
    it(title, chapter, 120_000);
  };
}
