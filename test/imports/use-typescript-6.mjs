import { registerHooks } from 'node:module';

// For dependency-cruiser only: it asks for `typescript`, and finds version 7, which has no JavaScript API; it would then
// read no module at all and report none at fault. TypeScript 6 is installed beside it under its own name.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.replace(/^typescript(?=\/|$)/, '@typescript/typescript6'), context),
});
