import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import ts from '@typescript/typescript6';
import { transformSync } from 'esbuild';

// For walk.ts only: every function of functions/ and shared/ says its file, its name and the file that it is called from
// to `globalThis.entered`.
const root = fileURLToPath(new URL('../../', import.meta.url));
globalThis.entered = () => {};

const { factory } = ts;

/** The name that a reader knows a function by: its own, or that of what it is assigned to. */
const nameOf = (node) => {
  if (node.name) return node.name.getText();
  const { parent } = node;
  return parent && 'name' in parent && parent.name ? parent.name.getText() : '(nameless)';
};

const instrument = (file, text) => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const saying = (node) =>
    factory.createCallExpression(factory.createIdentifier('entered'), undefined, [
      factory.createStringLiteral(file),
      factory.createStringLiteral(nameOf(node)),
    ]);
  const { transformed } = ts.transform(source, [
    (context) => (tree) => {
      const visit = (node) => {
        const inner = ts.visitEachChild(node, visit, context);
        if (!ts.isFunctionLike(node) || !inner.body) return inner;
        if (!ts.isBlock(inner.body))
          return factory.updateArrowFunction(
            inner,
            inner.modifiers,
            inner.typeParameters,
            inner.parameters,
            inner.type,
            inner.equalsGreaterThanToken,
            factory.createParenthesizedExpression(factory.createComma(saying(node), inner.body)),
          );
        const body = factory.createBlock(
          [factory.createExpressionStatement(saying(node)), ...inner.body.statements],
          true,
        );
        // The tree is printed and thrown away: that the body has no place in the source is no harm.
        return Object.assign(inner, { body });
      };
      return ts.visitNode(tree, visit);
    },
  ]);
  return ts.createPrinter().printFile(transformed[0]);
};

registerHooks({
  load: (url, context, nextLoad) => {
    if (!url.startsWith('file:') || !/\.ts$/.test(url)) return nextLoad(url, context);
    const file = fileURLToPath(url).slice(root.length);
    if (!/^(?:functions|shared)\//.test(file)) return nextLoad(url, context);
    const { code } = transformSync(instrument(file, readFileSync(root + file, 'utf8')), {
      loader: 'ts',
      format: 'esm',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
