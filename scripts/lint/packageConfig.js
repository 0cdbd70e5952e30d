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

/**
 * The ESLint configuration of every package: Backstage's own, plus the import
 * matrix as `no-restricted-syntax` selectors (they cover `import`, `export …
 * from`, `import()`, `import type` and `require` alike).
 */
const path = require('node:path');
const matrix = require('./importMatrix');

const sources = [
  'ImportDeclaration > Literal.source',
  'ExportAllDeclaration > Literal.source',
  'ExportNamedDeclaration > Literal.source',
  'ImportExpression > Literal.source',
  'TSImportType Literal',
  'CallExpression[callee.name="require"] > Literal',
];

function escape(module) {
  const wildcard = module.endsWith('*');
  const literal = module
    .replace(/\*$/, '')
    .replace(/[.$^()[\]{}|+?\\]/g, '\\$&')
    .replace(/\//g, '\\/');
  return wildcard ? literal : `${literal}$`;
}

function importRules(name, { ours, outside }) {
  const allowed = ['\\.', ...[...ours, ...outside].map(escape)].join('|');
  return sources.map(selector => ({
    selector: `${selector}[value=/^(?!${allowed})/]`,
    message: `${name} may not import this: see the table in scripts/lint/importMatrix.js.`,
  }));
}

function fenceRules(name, fenced = {}) {
  return Object.entries(fenced).flatMap(([module, members]) =>
    members.map(member => ({
      selector: `ImportDeclaration[source.value="${module}"] > ImportSpecifier[imported.name="${member}"]`,
      message: `${name} may read with ${module}, not ${member}.`,
    })),
  );
}

const impurities = [
  ['MemberExpression[object.name="Date"][property.name="now"]', 'the clock'],
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'the clock'],
  ['CallExpression[callee.name="Date"]', 'the clock'],
  ['MemberExpression[object.name="performance"]', 'the clock'],
  ['MemberExpression[object.name="Math"][property.name="random"]', 'chance'],
  ['Identifier[name="crypto"]', 'chance'],
  [
    'CallExpression[callee.name=/^(fetch|setTimeout|setInterval)$/]',
    'the world',
  ],
  [
    'MemberExpression[object.name=/^(process|globalThis|window)$/]',
    'the process',
  ],
];

function purityRules(name) {
  return impurities.map(([selector, what]) => ({
    selector,
    message: `${name} is pure: take ${what} as an argument.`,
  }));
}

/**
 * Tests are free of the matrix. ESLint keeps the options of a rule that an
 * override only gives a severity, so the override has to have a selector.
 */
const testSyntax = [
  {
    selector:
      'CallExpression > MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip)$/]',
    message: 'A test is neither focused nor skipped.',
  },
];

/** What Backstage's configuration of frontends says in the same rule. */
const frontendSyntax = [
  {
    selector:
      'ImportDeclaration[source.value="react"] :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier)',
    message: 'Import the members of react that are used.',
  },
];

module.exports = function createConfig(dir, extra = {}) {
  const { name, backstage } = require(path.join(dir, 'package.json'));
  const row = matrix[name];
  const syntax = row
    ? [
        ...importRules(name, row),
        ...fenceRules(name, row.fenced),
        ...(row.pure ? purityRules(name) : []),
      ]
    : [];
  return require('@backstage/cli/config/eslint-factory')(dir, {
    ...extra,
    restrictedSrcSyntax: syntax,
    restrictedTestSyntax: testSyntax,
    testRules: {
      // Tests of a library for all platforms start real servers, too.
      '@backstage/no-mixed-plugin-imports': 'off',
      // A function expectThis asserts, too.
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', 'expect*'] },
      ],
      ...extra.testRules,
    },
    // In frontends that configuration would replace the syntax given above.
    ...(backstage.role.startsWith('frontend') && {
      rules: {
        'no-restricted-syntax': ['error', ...frontendSyntax, ...syntax],
        ...extra.rules,
      },
    }),
  });
};
