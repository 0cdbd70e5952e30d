/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { build } from 'esbuild';
import { basename, dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Benchmark, Variant } from './runBenchmark';

/** What one plugin adds to a portal, zipped. */
interface Size {
  /** Bytes that are loaded with the portal. */
  readonly entry: number;
  readonly all: number;
  /** Bytes of the largest parts that are loaded when shown, with all they need. */
  readonly parts: Readonly<Record<string, number>>;
}

const LISTED_PARTS = 5;

/** A portal has these already. */
const shared = [
  'react',
  'react-dom',
  'react/*',
  'react-dom/*',
  'react-router-dom',
  '@backstage/core-*',
  '@backstage/frontend-plugin-api',
  '@backstage/frontend-plugin-api/*',
  '@backstage/plugin-app-react',
  '@backstage/plugin-catalog-react',
  '@backstage/plugin-catalog-react/*',
  '@backstage/plugin-permission-react',
  '@backstage/ui',
  '@backstage/ui/*',
  '@backstage/catalog-model',
  '@backstage/errors',
  '@material-ui/*',
  '@mui/*',
];

const variants: readonly (readonly [
  code: string,
  name: string,
  role: Variant<unknown>['role'],
])[] = [
  [`export { default } from '@basewell/plugin-databases';`, 'ours', 'ours'],
  [
    `export { default } from '@backstage/plugin-kubernetes/alpha';`,
    'Kubernetes plugin',
    'peer',
  ],
  [
    `export { default } from '@backstage/plugin-catalog-graph/alpha';`,
    'catalog graph',
    'peer',
  ],
  [
    `import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
     export default createFrontendPlugin({ pluginId: 'empty', extensions: [] });`,
    'a plugin with nothing in it',
    'limit',
  ],
];

/**
 * What a plugin adds to what browsers load, over what each portal has. The time
 * is that of the bundler and says nothing.
 *
 * @public
 */
export function frontendSize(): Benchmark<Size> {
  return {
    id: 'size of a frontend plugin',
    variants: variants.map(([code, name, role]) => ({
      name,
      role,
      run: () => sizeOf(code),
      async check({ entry, all }) {
        if (!entry || all < entry) {
          throw new Error(`${name} has no size`);
        }
      },
      counts: ({ entry, all, parts }) => ({ entry, all, ...parts }),
    })),
    end() {},
  };
}

async function sizeOf(contents: string): Promise<Size> {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents,
      // The portal of this repository has all of them.
      resolveDir: dirname(require.resolve('app/package.json')),
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    write: false,
    metafile: true,
    outdir: 'out',
    external: [...shared],
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'dataurl', '.png': 'dataurl' },
    logLevel: 'error',
  });
  const bytesOf = new Map(
    outputFiles.map(({ path, contents: bytes }) => [
      basename(path),
      gzipSync(bytes).length,
    ]),
  );
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [
      basename(path),
      output,
    ]),
  );
  /** A part with everything that it imports at once. */
  const weigh = (name: string, seen = new Set<string>()): number => {
    const output = outputs.get(name);
    if (!output || seen.has(name)) {
      return 0;
    }
    seen.add(name);
    return output.imports
      .filter(({ kind }) => kind === 'import-statement')
      .map(({ path }) => weigh(basename(path), seen))
      .reduce((sum, bytes) => sum + bytes, bytesOf.get(name) ?? 0);
  };
  const named = [...outputs].flatMap(([name, { entryPoint }]) =>
    entryPoint ? [{ name, entryPoint }] : [],
  );
  const entry = named.find(({ entryPoint }) => entryPoint === '<stdin>')!;
  const parts = named
    .filter(part => part !== entry)
    .map(({ name, entryPoint }) => [partOf(entryPoint), weigh(name)] as const)
    .sort(([, a], [, b]) => b - a)
    .slice(0, LISTED_PARTS);
  return {
    entry: weigh(entry.name),
    all: [...bytesOf.values()].reduce((sum, bytes) => sum + bytes, 0),
    parts: Object.fromEntries(parts),
  };
}

/** `fleet/index.tsx` of a longer path. */
function partOf(entryPoint: string): string {
  return entryPoint.split('/').slice(-2).join('/');
}
