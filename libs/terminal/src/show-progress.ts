/** Tells on stderr what is going on, when it takes longer than two seconds. */
export function showProgress(what: string): { readonly step: (name: string) => void; readonly end: () => void } {
  let current = '';
  const began = performance.now();
  const timer = setInterval(() => {
    process.stderr.write(`${what}: ${current} (${Math.round((performance.now() - began) / 1000)} s) …\n`);
  }, 2000);
  timer.unref();
  return {
    step: (name) => {
      current = name;
    },
    end: () => clearInterval(timer),
  };
}
