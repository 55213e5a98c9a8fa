/** Imports through Node itself: inside vitest, `import()` would go through Vite and never meet the loader's hooks. */
exports.nativeImport = (specifier) => import(specifier);
