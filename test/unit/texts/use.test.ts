import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTextFiles } from '../../../adapters/texts/files.ts';
import { compileMessage } from '../../../adapters/texts/message.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const english = readTextFiles(`${ROOT}texts`).languages.get('en') ?? new Map<string, string>();

/** A place where a text is asked for: which keys it may be, and which values it gives. */
interface Use {
  at: string;
  keys: string[];
  values: string[];
  /** The values come with the key, from where it was chosen. */
  handedOn: boolean;
}

/** By its name first, which the functions have everywhere: types of all calls take long. */
const isNamedT = (called: ts.Expression): boolean =>
  (ts.isPropertyAccessExpression(called) ? called.name : called).getText() === 't';

/** Every call of a Translate function in the program, as the type checker sees it. */
function usesOfTexts(): Use[] {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const roots = ['api', 'adapters', 'workers'].flatMap((folder) =>
    ts.sys.readDirectory(ROOT + folder, ['.ts', '.tsx']),
  );
  const program = ts.createProgram(roots, options);
  const checker = program.getTypeChecker();
  const uses: Use[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isNamedT(node.expression) && isTranslate(node.expression))
      uses.push(useOf(node));
    ts.forEachChild(node, look);
  };
  const isTranslate = (called: ts.Expression) =>
    checker.getTypeAtLocation(called).aliasSymbol?.name === 'Translate';
  const isRecord = (type: ts.Type): boolean =>
    checker.getIndexInfoOfType(type, ts.IndexKind.String) !== undefined;
  const useOf = ({ arguments: [key, values] }: ts.CallExpression): Use => {
    const type = key && checker.getTypeAtLocation(key);
    const parts = type?.isUnion() ? type.types : type ? [type] : [];
    return {
      at: `${key?.getSourceFile().fileName.slice(ROOT.length)}: ${key?.getText()}`,
      keys: parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : [])),
      handedOn: values !== undefined && isRecord(checker.getTypeAtLocation(values)),
      values: values ? checker.getPropertiesOfType(checker.getTypeAtLocation(values)).map((p) => p.name) : [],
    };
  };
  for (const file of program.getSourceFiles()) {
    if (file.fileName.startsWith(ROOT) && !file.fileName.includes('/node_modules/')) look(file);
  }
  return uses;
}

let uses: Use[];
// Where the whole of TextKey is passed on, another place has chosen the key.
const chosen = (use: Use): boolean => use.keys.length < english.size;
beforeAll(() => {
  uses = usesOfTexts();
}, 120_000);

describe('every text', () => {
  it('is used somewhere', () => {
    const used = new Set(uses.filter(chosen).flatMap(({ keys }) => keys));
    expect(used.size).toBeGreaterThan(100);
    expect([...english.keys()].filter((key) => !used.has(key))).toEqual([]);
  });

  it('gets the values for its placeholders wherever it is used', () => {
    const short = uses
      .filter((use) => chosen(use) && !use.handedOn)
      .flatMap(({ at, keys, values }) =>
        keys.flatMap((key) => {
          const { inserts, choices } = compileMessage(english.get(key) ?? '', 'en');
          return [...inserts, ...choices.keys()]
            .filter((name) => !values.includes(name))
            .map((name) => `${at} gives ${key} no {${name}}`);
        }),
      );
    expect(short).toEqual([]);
  });
});
