import { dirname, resolve } from 'node:path';

/**
 * Finds files that import each other in a circle, imports of types included, which `import-x/no-cycle` leaves out: what
 * stands in a circle can only be understood together.
 */
export const noCircles = {
  meta: {
    type: 'problem',
    docs: { description: 'No file may import one that imports it, be it for a type.' },
    schema: [],
    messages: { circle: '"{{path}}" imports this file, by whatever way: move what both need below both.' },
  },
  create(context) {
    const { program } = context.sourceCode.parserServices;
    const circles = circlesOf(program);
    const check = (node) => {
      if (!node.source?.value.startsWith('.')) return;
      const imported = resolve(dirname(context.filename), node.source.value);
      const circle = circles.get(context.filename);
      if (circle === undefined || circle !== circles.get(imported)) return;
      context.report({ node, messageId: 'circle', data: { path: node.source.value } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};

const known = new WeakMap();

/** Of each file that is in a circle, which; once for a program. */
function circlesOf(program) {
  if (!known.has(program)) known.set(program, findCircles(importsOf(program)));
  return known.get(program);
}

function importsOf(program) {
  const files = program.getSourceFiles().filter(({ fileName }) => !fileName.includes('/node_modules/'));
  return new Map(
    files.map(({ fileName, statements }) => [
      fileName,
      statements
        .map(({ moduleSpecifier }) => moduleSpecifier?.text)
        .filter((path) => path?.startsWith('.'))
        .map((path) => resolve(dirname(fileName), path)),
    ]),
  );
}

/** Tarjan's strongly connected components, those of more than one file. */
function findCircles(imports) {
  const [order, low, open, circles] = [new Map(), new Map(), [], new Map()];
  const visit = (file) => {
    order.set(file, order.size);
    low.set(file, order.get(file));
    open.push(file);
    for (const next of imports.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) low.set(file, Math.min(low.get(file), low.get(next)));
    }
    if (low.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) for (const each of circle) circles.set(each, file);
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return circles;
}
