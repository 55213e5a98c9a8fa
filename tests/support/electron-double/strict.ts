/** Anything of Electron that the double does not know is an error, never `undefined`: a test must not pass by silence. */

/** Names that the language and the test runner look for in any object. */
const LANGUAGE = new Set(['then', 'toJSON', 'constructor', 'asymmetricMatch', 'nodeType', '$$typeof', 'default']);

/** The same object, on which reading an unknown name throws. */
export function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || LANGUAGE.has(key)) {
        const value: unknown = Reflect.get(target, key, receiver);
        return value;
      }
      throw new Error(`The double of Electron does not know ${name}.${key}.`);
    },
    set(_target, key) {
      throw new Error(`The double of Electron refuses that ${name}.${String(key)} be set.`);
    },
  });
}

/** Refuses an option that the double has not been taught. */
export function knownOptions(name: string, options: object, known: readonly string[]): void {
  const stranger = Object.keys(options).find((key) => !known.includes(key));
  if (stranger !== undefined) throw new Error(`The double of Electron does not know the option ${name}.${stranger}.`);
}
