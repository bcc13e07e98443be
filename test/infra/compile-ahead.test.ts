import { SourceMap } from 'node:module';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { compileAhead, type MappedCode } from '../../infra/compile-ahead.ts';

const noMap = JSON.stringify({ version: 3, sources: ['sample.js'], names: [], mappings: '' });

/** The code after those functions were called, each named by its text. */
const ahead = (code: string, ...called: readonly string[]): string => {
  const ranges = called.map((text) => {
    const start = code.indexOf(text);
    if (start < 0) throw new RangeError(`not in the sample: ${text}`);
    return { start, end: start + text.length };
  });
  return compileAhead({ code, map: noMap }, ranges).code;
};

describe('compiling ahead', () => {
  it.each([
    ['an arrow function', 'const a=x=>x+1;', 'x=>x+1', 'const a=(x=>x+1);'],
    ['one that is an argument', 'call(x=>x+1,2);', 'x=>x+1', 'call((x=>x+1),2);'],
    ['one that makes an object', 'const a=x=>({x});', 'x=>({x})', 'const a=(x=>({x}));'],
    ['an async arrow function', 'const a=async x=>{await x};', 'async x=>{await x}', 'const a=(async x=>{await x});'],
    [
      'a function expression',
      'const a=function(){return 1};',
      'function(){return 1}',
      'const a=(function(){return 1});',
    ],
    [
      'one that is returned',
      'const a=()=>{return function b(){}};',
      'function b(){}',
      'const a=()=>{return(function b(){})};',
    ],
    [
      'one after new',
      'const a=new function(){this.b=1};',
      'function(){this.b=1}',
      'const a=new (function(){this.b=1});',
    ],
    ['a value in an object', 'const a={b:()=>1};', '()=>1', 'const a={b:(()=>1)};'],
  ])('puts %s in parentheses', (_, code, called, expected) => {
    expect(ahead(code, called).replaceAll('return (', 'return(')).toBe(expected);
  });

  it('puts a function within a function in parentheses, with the one around it or without', () => {
    const code = 'const a=x=>y=>z=>x+y+z;';
    expect(ahead(code, 'x=>y=>z=>x+y+z', 'z=>x+y+z')).toBe('const a=(x=>y=>(z=>x+y+z));');
    expect(ahead(code, 'x=>y=>z=>x+y+z', 'y=>z=>x+y+z')).toBe('const a=(x=>(y=>z=>x+y+z));');
  });

  it.each([
    ['a function that is not called', 'const a=x=>x+1;', ''],
    ['one in parentheses', 'const a=(x=>x+1);', 'x=>x+1'],
    ['one that is called where it stands', '(function(){return 1})();', 'function(){return 1}'],
    ['a declaration', 'function a(){return 1}', 'function a(){return 1}'],
    ['the default export', 'export default function(){return 1}', 'function(){return 1}'],
    ['a method of an object', 'const a={b(){return 1}};', 'b(){return 1}'],
    ['the body of one', 'const a={b(){return 1}};', '(){return 1}'],
    ['a getter', 'const a={get b(){return 1}};', '(){return 1}'],
    ['a method of a class', 'class A{b(){return 1}}', '(){return 1}'],
    ['a constructor', 'class A{constructor(){this.b=1}}', '(){this.b=1}'],
    ['a field of a class', 'class A{b=()=>1}', '()=>1'],
  ])('leaves %s as it is', (_, code, called) => {
    expect(ahead(code, called)).toBe(code);
  });

  it('writes patterns in ASCII, and nothing else', () => {
    expect(ahead("const a=/don[’']t é/gi;")).toBe("const a=/don[\\u2019']t \\u00e9/gi;");
    expect(ahead('const a="’",b=`’`,c=1/2;')).toBe('const a="’",b=`’`,c=1/2;');
    expect(ahead('const a=()=>/’/;', '()=>/’/')).toBe('const a=(()=>/\\u2019/);');
  });

  it.each([
    ["/^don[’']t$/i", 'DON’T'],
    [String.raw`/^[\s’]\\’\’$/`, ' \\’’'],
    [String.raw`/^[😀é]+\/’$/u`, 'é😀/’'],
    [String.raw`/^(?<naïve>[^’])\k<naïve>$/`, 'aa'],
    ['/^😀$/', '😀'],
    [String.raw`/^[\p{L}’]+$/v`, 'l’été'],
  ])('writes %s so that it matches the same', (pattern, text) => {
    const written = ahead(pattern);
    expect(written).toMatch(/^[\0-\x7f]+$/);
    for (const candidate of [text, `${text}x`, '’', '\\', 'u2019', '\ud83d'])
      expect(runInNewContext(written).test(candidate)).toBe(runInNewContext(pattern).test(candidate));
  });

  it('changes neither what a program does nor what its functions are called', () => {
    const code = [
      'const sum=(...n)=>n.reduce((a,b)=>a+b,0);',
      'const o={twice:x=>2*x,odd(){return this.twice(1)+1},get three(){return sum(1,2)}};',
      'const later=function(){return arguments.length};',
      'class A{static make=()=>new A;name=(()=>"a")()}',
      'const names=[sum,o.twice,later].map(f=>f.name);',
      'JSON.stringify([sum(1,2,3),o.odd(),o.three,later(1,2),A.make().name,names,(x=>y=>x+y)(1)(2)])',
    ].join('\n');
    const called = ['(...n)=>n.reduce((a,b)=>a+b,0)', '(a,b)=>a+b', 'x=>2*x', 'function(){return arguments.length}'];
    const written = ahead(code, ...called, 'f=>f.name', 'y=>x+y');
    expect(written.length).toBe(code.length + 2 * 6);
    expect(runInNewContext(written)).toBe(runInNewContext(code));
    expect(runInNewContext(written)).toContain('["sum","twice","later"]');
  });
});

const sourceMap = z.object({
  file: z.string().default(''),
  version: z.number(),
  sources: z.array(z.string()),
  sourcesContent: z.array(z.string()).default([]),
  names: z.array(z.string()),
  mappings: z.string(),
  sourceRoot: z.string().default(''),
});

/** Where the error that a program ends with was thrown, and where that was called from: lines and columns of the source. */
const originsOf = ({ code, map }: MappedCode): readonly string[] => {
  try {
    runInNewContext(code, {}, 'sample.js');
  } catch (error) {
    const { stack } = z.object({ stack: z.string() }).parse(error);
    const lines = new SourceMap(sourceMap.parse(JSON.parse(map)));
    return [...stack.matchAll(/sample\.js:(\d+):(\d+)/g)].map(([, line, column]) => {
      const origin = lines.findOrigin(Number(line), Number(column));
      return 'lineNumber' in origin ? `${origin.lineNumber}:${origin.columnNumber}` : 'nowhere';
    });
  }
  return [];
};

describe('the source map of what is compiled ahead', () => {
  const source = [
    'const words = /don[’´]t/;',
    'export const outer = (value: string): (() => void) => {',
    '  const inner = (): void => {',
    "    if (words.test(value)) throw new Error('at line four');",
    '  };',
    '  return () => inner();',
    '};',
    "outer('don’t')();",
  ].join('\n');
  const settings = { loader: 'ts', format: 'iife', sourcemap: 'external', sourcefile: 'sample.ts' } as const;
  const plain = transformSync(source, { ...settings, minify: true });

  it('leads from a stack trace to the line and column of the source', () => {
    const anything = Array.from(plain.code, (_, start) => Array.from(plain.code, (_, end) => ({ start, end }))).flat();
    const written = compileAhead(plain, anything);
    expect(written.code).not.toContain('’');
    expect(written.code.split('(').length - plain.code.split('(').length).toBe(3);
    expect(originsOf(written).slice(0, 2)).toEqual(['4:34', '6:16']);
    expect(originsOf(written)).toEqual(originsOf(plain));
  });
});
